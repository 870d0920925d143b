using SupportGrid.Domain.Configurations;
using SupportGrid.Domain.Empathy;
using SupportGrid.Domain.Tests.Configurations;
using static SupportGrid.Domain.Tests.Samples.Instants;

namespace SupportGrid.Domain.Tests.Empathy;

/// <summary>What agents say of cues is counted once, and silences a kind that is right too rarely.</summary>
public sealed class CueLedgerTests
{
    private const int Floor = 500;
    private const int AnswersMin = 4;

    private int _cues;

    [Fact]
    public void A_kind_is_silenced_when_enough_answers_put_it_below_the_floor()
    {
        var state = After(CueLedger.Empty, Useful(), Disputed(), Disputed());
        Assert.Empty(state.Silenced);

        var events = CueLedgerDecider.Decide(state, Disputed()).Events;

        Assert.Equal(new CueKindSilenced(CueKind.Worry, 1, 3, Floor, T(0)), events[^1]);
    }

    [Fact]
    public void A_kind_at_the_floor_is_shown() =>
        Assert.Empty(After(CueLedger.Empty, Useful(), Useful(), Disputed(), Disputed()).Silenced);

    [Fact]
    public void Dismissals_say_neither_right_nor_wrong()
    {
        var state = After(
            CueLedger.Empty, Dismissed(), Dismissed(), Dismissed(), Dismissed(), Dismissed(), Disputed());
        Assert.Empty(state.Silenced);
        Assert.Equal(new CueTally(0, 1, 5, null), state.Of(CueKind.Worry));
    }

    [Fact]
    public void Kinds_are_judged_each_for_itself()
    {
        var state = After(CueLedger.Empty, Disputed(), Disputed(), Disputed(), Disputed(CueKind.Effort));
        Assert.Empty(state.Silenced);
    }

    [Fact]
    public void A_silenced_kind_is_silenced_once_and_still_counted()
    {
        var state = After(CueLedger.Empty, Disputed(), Disputed(), Disputed(), Disputed());
        Assert.Equal(CueKind.Worry, Assert.Single(state.Silenced));
        Assert.IsType<CueAnswerCounted>(Assert.Single(CueLedgerDecider.Decide(state, Disputed()).Events));
    }

    [Fact]
    public void An_answer_that_is_told_twice_counts_once()
    {
        var answer = Disputed();
        var state = After(CueLedger.Empty, answer);
        Assert.Empty(CueLedgerDecider.Decide(state, answer).Events);
    }

    [Fact]
    public void A_restored_kind_is_counted_anew()
    {
        var silenced = After(CueLedger.Empty, Disputed(), Disputed(), Disputed(), Disputed());
        var state = After(silenced, new RestoreCueKind(CueKind.Worry, "root", T(1)));
        Assert.Equal(CueTally.None, state.Of(CueKind.Worry));
        Assert.Empty(CueLedgerDecider.Decide(state, new RestoreCueKind(CueKind.Worry, "root", T(2))).Events);
    }

    [Fact]
    public void The_same_answers_give_the_same_state_when_folded_from_their_events()
    {
        var random = new Random(5);
        var state = CueLedger.Empty;
        List<CueLedgerEvent> log = [];
        for (var i = 0; i < 2_000; i++)
        {
            var kind = (CueKind)random.Next(1, 12);
            CueLedgerCommand command = random.Next(60) == 0
                ? new RestoreCueKinds("configuration", T(i))
                : Answer((CueAnswer)random.Next(1, 4), kind);
            foreach (var @event in CueLedgerDecider.Decide(state, command))
            {
                state = CueLedgerDecider.Evolve(state, @event);
                log.Add(@event);
            }

            AssertHeld(state, log);
        }

        Assert.Contains(log, static e => e is CueKindSilenced);
        Assert.Contains(log, static e => e is CueKindRestored);
    }

    [Fact]
    public void Who_changes_how_a_queue_uses_cues_gives_silenced_kinds_another_chance()
    {
        var before = ConfigurationSamples.Wanted.Queues["billing"];
        var configuration = Configuration.Empty with { Queues = Configuration.Empty.Queues.Add("billing", before) };
        var other = before with { Empathy = EmpathyPolicy.Default with { TurnsPerCue = 7 } };

        Assert.Contains(
            new TellCueLedger(new RestoreCueKinds(CueKindRestored.ByConfiguration, T(3))),
            ConfigurationReactions.React(configuration, new QueueDefined(other, T(3)), configuration, 9));
        Assert.DoesNotContain(
            ConfigurationReactions.React(
                configuration, new QueueDefined(before with { DisplayName = "Bills" }, T(3)), configuration, 9),
            static r => r is TellCueLedger);
        var routed = before with { Empathy = EmpathyPolicy.Default with { Routing = Samples.Policies.Routing } };
        Assert.DoesNotContain(
            ConfigurationReactions.React(configuration, new QueueDefined(routed, T(3)), configuration, 9),
            static r => r is TellCueLedger);
    }

    /// <summary>Said a second time: from the log alone, and by counting.</summary>
    private static void AssertHeld(CueLedger state, List<CueLedgerEvent> log)
    {
        foreach (var kind in Enum.GetValues<CueKind>())
        {
            var since = log.FindLastIndex(e => e is CueKindRestored r && r.Kind == kind) + 1;
            var mine = log.Skip(since).OfType<CueAnswerCounted>().Where(e => e.Kind == kind).ToList();
            var useful = mine.Count(static e => e.Answer == CueAnswer.Useful);
            var disputed = mine.Count(static e => e.Answer == CueAnswer.Disputed);
            Assert.Equal((useful, disputed), (state.Of(kind).Useful, state.Of(kind).Disputed));
            if (log.Skip(since).OfType<CueKindSilenced>().FirstOrDefault(e => e.Kind == kind) is { } silenced)
            {
                Assert.True(silenced.Useful + silenced.Disputed >= AnswersMin);
                Assert.True(silenced.Useful * 1_000 < Floor * (silenced.Useful + silenced.Disputed));
                Assert.Contains(kind, state.Silenced);
            }
        }
    }

    private static CueLedger After(CueLedger state, params CueLedgerCommand[] commands) => commands.Aggregate(
        state, static (s, c) => CueLedgerDecider.Decide(s, c).Events.Aggregate(s, CueLedgerDecider.Evolve));

    private CountCueAnswer Useful() => Answer(CueAnswer.Useful);

    private CountCueAnswer Dismissed() => Answer(CueAnswer.Dismissed);

    private CountCueAnswer Disputed(CueKind kind = CueKind.Worry) => Answer(CueAnswer.Disputed, kind);

    private CountCueAnswer Answer(CueAnswer answer, CueKind kind = CueKind.Worry) =>
        new(kind, answer, "i-1", $"cue-{++_cues}", Floor, AnswersMin, T(0));
}
