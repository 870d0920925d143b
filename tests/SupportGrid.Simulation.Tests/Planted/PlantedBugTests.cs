using SupportGrid.Contracts.Grains;
using SupportGrid.Domain.Agents;
using SupportGrid.Domain.Empathy;
using SupportGrid.Domain.Interactions;
using SupportGrid.Simulation.Tests.Checkers;
using SupportGrid.Simulation.Tests.World;

namespace SupportGrid.Simulation.Tests.Planted;

/// <summary>
/// Every checker finds its bug. Where the rules themselves would stop the bug, it is planted in a true log afterwards.
/// </summary>
public sealed class PlantedBugTests
{
    private const ulong Seed = 0x5EED_0001;

    [Fact]
    public async Task A_true_history_has_nothing_wrong() => Assert.Empty(All.Check(await HistoryAsync()));

    [Fact]
    public async Task Nobody_is_lost_finds_forgotten_reactions()
    {
        // Whether a forgotten word is missed depends on what comes after it; among these runs it is.
        var wrong = 0;
        for (var seed = Seed; seed < Seed + 10; seed++)
        {
            var (history, _) = await Run.OfAsync(seed, new ForgetfulReactions());
            wrong += new NobodyIsLost().Check(history).Count();
        }

        Assert.NotEqual(0, wrong);
    }

    [Fact]
    public async Task Nobody_is_lost_finds_an_interaction_that_never_ends()
    {
        var history = await HistoryAsync();
        var closed = history.Log.GroupBy(e => e.Stream).Select(s => s.Last()).Last(e => e.Body is InteractionClosed);

        Assert.NotEmpty(new NobodyIsLost().Check(history with { Log = [.. history.Log.Where(e => e != closed)] }));
    }

    [Fact]
    public async Task One_agent_at_a_time_finds_a_second_assignment()
    {
        var history = await HistoryAsync();
        var connected = history.Log.First(e => e.Body is AgentConnected);
        var second = connected with { Body = (AgentConnected)connected.Body with { Agent = "another" } };

        Assert.NotEmpty(new OneAgentAtATime().Check(history with { Log = Insert(history.Log, connected, second) }));
    }

    [Fact]
    public async Task One_agent_at_a_time_finds_a_fence_that_does_not_grow()
    {
        var history = await HistoryAsync();
        var log = history.Log
            .Select(e => e.Body is OfferIssued offer ? e with { Body = offer with { Fence = 1 } } : e)
            .ToArray();

        Assert.NotEmpty(new OneAgentAtATime().Check(history with { Log = log }));
    }

    [Fact]
    public async Task Nobody_is_overloaded_finds_work_beyond_capacity()
    {
        var history = await HistoryAsync();
        var started = history.Log.First(e => e.Body is WorkStarted);
        var item = ((WorkStarted)started.Body).Item;
        var more = Enumerable.Range(0, 5)
            .Select(i => started with { Body = new WorkStarted(item with { Offer = $"x-{i}", Interaction = $"x-{i}" }, started.At) })
            .ToArray();

        Assert.NotEmpty(new NobodyIsOverloaded().Check(history with { Log = Insert(history.Log, started, more) }));
    }

    [Fact]
    public async Task Loads_are_facts_finds_what_is_noted_too_long_missing_or_of_who_opted_out()
    {
        var history = await HardHistoryAsync();
        var noted = history.Log.First(e => e.Body is EmotionalLoadNoted);
        var spell = ((EmotionalLoadNoted)noted.Body).Spell;
        var later = spell with { Until = spell.Until.AddMinutes(9) };
        var longer = noted with { Body = new EmotionalLoadNoted(later, noted.At) };
        var optedOut = noted with { Body = new EmotionalLoadOptedOut(noted.At) };
        var without = history.Log.Where(e => !(e.Stream == noted.Stream && e.Body is EmotionalLoadNoted));

        Assert.Empty(new LoadsAreFacts().Check(history));
        Assert.NotEmpty(new LoadsAreFacts().Check(history with { Log = Insert(history.Log, noted, longer) }));
        Assert.NotEmpty(new LoadsAreFacts().Check(history with { Log = [.. without] }));
        Assert.NotEmpty(new LoadsAreFacts().Check(
            history with { Log = [.. history.Log.TakeWhile(e => e != noted), optedOut, noted] }));
    }

    [Fact]
    public async Task Decisions_follow_finds_a_load_and_a_distress_that_no_log_says()
    {
        var history = await HardHistoryAsync();
        Assert.Empty(new DecisionsFollow().Check(history));

        var forgotten = history.Log.Select(e => e.Body is EmotionalLoadNoted noted
            ? e with { Body = new NextPresenceChosen(null, noted.At) }
            : e);
        Assert.NotEmpty(new DecisionsFollow().Check(history with { Log = [.. forgotten] }));
        var calmed = history.Log.Select(e => e.Body is TrajectoryMoved moved
            ? e with { Body = moved with { To = Trajectory.Calm } }
            : e);
        Assert.NotEmpty(new DecisionsFollow().Check(history with { Log = [.. calmed] }));
        var changed = history.Log.Select(e => e.Body is OfferIssued issued
            ? e with { Body = issued with { Decision = issued.Decision + " " } }
            : e);
        Assert.NotEmpty(new DecisionsFollow().Check(history with { Log = [.. changed] }));
    }

    /// <summary>The first run in which both terms of empathy decided something, and nobody opted out before.</summary>
    private static async Task<History> HardHistoryAsync()
    {
        for (var seed = Seed; seed < Seed + 100; seed++)
        {
            var history = (await Run.OfAsync(seed)).History;
            var decided = string.Concat(history.Log.Select(e => e.Body).OfType<OfferIssued>().Select(o => o.Decision));
            var noted = history.Log.FirstOrDefault(e => e.Body is EmotionalLoadNoted);
            if (noted is not null
                && decided.Contains("\"distress\"", StringComparison.Ordinal)
                && decided.Contains("\"name\":\"emotional_load\",\"raw\":1", StringComparison.Ordinal)
                && !history.Log.Any(e => e.Stream == noted.Stream && e.Body is EmotionalLoadOptedOut))
            {
                return history;
            }
        }

        throw new InvalidOperationException("No run of a hundred had what is looked for.");
    }

    [Fact]
    public async Task One_effect_per_request_finds_a_second_effect()
    {
        var history = await HistoryAsync();
        var said = history.Log.First(e => e is { Body: MessageSaid { Sequence: > 1 }, RequestId: not null });
        var again = said with { Version = said.Version + 7, At = said.At.AddSeconds(1) };

        Assert.NotEmpty(new OneEffectPerRequest().Check(history with { Log = [.. history.Log, again] }));
    }

    [Fact]
    public async Task One_effect_per_request_finds_a_different_answer()
    {
        var history = await HistoryAsync();
        var opened = history.Answers.First(a => a is { Command: OpenRequest, Refusal: null });
        var other = opened with { Version = opened.Version + 1 };

        Assert.NotEmpty(new OneEffectPerRequest().Check(history with { Answers = [.. history.Answers, other] }));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(+600)]
    public async Task Timers_keep_time_finds_an_expiry_at_the_wrong_time(int seconds)
    {
        var history = await HistoryAsync();
        var issued = history.Log.First(e => e.Body is OfferIssued);
        var until = ((OfferIssued)issued.Body).Until;
        var expired = new LoggedEvent(
            issued.Stream, issued.Version + 1, until.AddSeconds(seconds), null, new OfferExpired("o", "a", until));

        Assert.NotEmpty(new TimersKeepTime().Check(history with { Log = Insert(history.Log, issued, expired) }));
    }

    [Fact]
    public async Task One_revision_per_reading_finds_a_second_one()
    {
        var history = await HistoryAsync();
        var revised = history.Log.First(e => e.Body is ReadingRevised);
        var again = revised with { Version = revised.Version + 1 };

        Assert.NotEmpty(new OneRevisionPerReading().Check(history with { Log = Insert(history.Log, revised, again) }));
    }

    [Fact]
    public async Task One_revision_per_reading_finds_a_late_one()
    {
        var history = await HistoryAsync();
        var log = history.Log.Select(e => e.Body is ReadingRevised ? e with { At = e.At.AddSeconds(61) } : e).ToArray();

        Assert.NotEmpty(new OneRevisionPerReading().Check(history with { Log = log }));
    }

    private static async Task<History> HistoryAsync() => (await Run.OfAsync(Seed)).History;

    private static LoggedEvent[] Insert(IEnumerable<LoggedEvent> log, LoggedEvent after, params LoggedEvent[] added) =>
        [.. log.SelectMany(e => e == after ? [e, .. added] : new[] { e })];
}
