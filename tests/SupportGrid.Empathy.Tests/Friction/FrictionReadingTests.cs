using SupportGrid.Empathy.Friction;

namespace SupportGrid.Empathy.Tests.Friction;

public sealed class FrictionReadingTests
{
    [Fact]
    public void Nothing_known_is_no_effort()
    {
        var reading = FrictionReading.Of(new FrictionFacts());
        Assert.Equal(0, reading.Effort);
        Assert.Empty(reading.Cues);
    }

    [Fact]
    public void Every_fact_has_a_cue_and_more_of_it_is_never_less_effort()
    {
        FrictionFacts[] facts =
        [
            new() { ContactsIn30Days = 3, ContactsIn7Days = 2 }, new() { Reopenings = 1 }, new() { Transfers = 2 },
            new() { ChannelSwitches = 1 }, new() { RepeatedIdentityQuestions = 1 }, new() { Restatements = 1 },
            new() { UnansweredQuestions = 1 }, new() { ReplyLatencyPercentile = .95 }, new() { Silence = TimeSpan.FromMinutes(6) },
            new() { AgentShare = .9 }, new() { RepeatedAnswers = 1 }, new() { AskedForHuman = true }, new() { AskedForManager = true },
            new() { AskedForRefund = true }, new() { NamedRegulator = true },
        ];
        var causes = facts.Select(static f => Assert.Single(FrictionReading.Of(f).Cues).Cause);
        Assert.Equal(Enum.GetValues<FrictionCause>(), causes);
        Assert.True(
            FrictionReading.Of(new() { Transfers = 3 }).Effort > FrictionReading.Of(new() { Transfers = 2 }).Effort);
    }

    [Fact]
    public void Effort_stays_below_one_and_the_strongest_cause_comes_first()
    {
        var reading = FrictionReading.Of(new()
        {
            ContactsIn7Days = 1_000,
            ContactsIn30Days = 1_000,
            Transfers = 1_000,
            Reopenings = 1_000,
            NamedRegulator = true,
            AskedForManager = true,
        });
        Assert.InRange(reading.Effort, FrictionReading.High, 1);
        Assert.Equal(
            reading.Cues.Select(static c => c.Strength).OrderDescending(), reading.Cues.Select(static c => c.Strength));
    }

    [Fact]
    public void Facts_that_are_no_facts_count_for_nothing() => Assert.Equal(
        0, FrictionReading.Of(new() { Transfers = -5, Reopenings = int.MinValue, Silence = TimeSpan.MinValue }).Effort);
}
