using FsCheck;
using FsCheck.Fluent;
using SupportGrid.Domain.Empathy;
using SupportGrid.Domain.Interactions;
using static SupportGrid.Domain.Tests.Empathy.Turns;

namespace SupportGrid.Domain.Tests.Empathy;

/// <summary>
/// Whatever is said and read, the rules of cues hold; and each checker finds the bug that it is there for.
/// </summary>
public sealed class EmpathyProperties
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(300);

    // Shrinking leaves steps out, so that a failure names the few that matter.
    private static readonly Arbitrary<int[]> Steps = Arb.From(
        Gen.Choose(0, int.MaxValue).ArrayOf(120),
        static steps => Enumerable.Range(0, steps.Length).Select(i => steps.Where((_, at) => at != i).ToArray()));

    public static TheoryData<string> Checks { get; } = [.. EmpathyChecks.All.Keys];

    /// <summary>What each checker must find; a checker without a planted bug fails the tests.</summary>
    private static readonly Dictionary<string, Func<List<InteractionEvent>, List<InteractionEvent>>> Planted = new()
    {
        ["budget"] = log =>
            [.. log, Customers(log), Again(log, c => c with { Alert = null, Kind = CueKind.Sorrow, Cause = "x" })],
        ["cool-down"] = log =>
            [.. log, Customers(log),
                Again(log, c => c with { Alert = null, Cause = "x" })],
        ["causes"] = log => [.. log, Customers(log), Again(log, c => c)],
        ["alerts"] = log => [.. log.Select(static e => e is CueShown { Cue: var c } s
            ? s with { Cue = c with { Alert = new AlertGround(AlertSource.Rule, "emotion-en") } }
            : e)],
        ["silence"] = log => [.. log, Again(log, c => c with { Kind = CueKind.Closing })],
        ["endings"] = log => [.. log.Where(static e => e is not CueEnded)],
        ["hysteresis"] = log =>
            [.. log, Customers(log), new TrajectoryMoved(Trajectory.Strained, Trajectory.Calm, [], 390, default)],
        ["opportunities"] = log => [.. log, .. log.OfType<OpportunityScored>()],
        ["revisions"] = log => [.. log.SelectMany(static e => Enumerable.Repeat(e, e is ReadingRevised ? 2 : 1))],
        ["external models"] = log => [.. log.Where(static e => e is not ReadingRevised)],
    };

    [Fact]
    public void Every_conversation_keeps_every_rule() => Prop.ForAll(Steps, numbers =>
    {
        var talk = new RandomTalk(numbers);
        Assert.All(EmpathyChecks.All.Values, check => check(talk.Log, talk.Policy));
        AssertBounded(((Interaction.Existing)talk.State).Facts.Empathy);
        Assert.Equal(
            Canonical.Of(talk.Log.Aggregate(InteractionDecider.Initial, InteractionDecider.Evolve)),
                Canonical.Of(talk.State));
    }).Check(Runs);

    [Fact]
    public void The_conversations_that_are_tried_see_everything_that_can_happen()
    {
        var random = new Random(7);
        var log = Enumerable.Range(0, 200)
            .SelectMany(_ => new RandomTalk([.. Enumerable.Range(0, 120).Select(_ => random.Next())]).Log)
            .ToList();

        Assert.Empty(Enum.GetValues<CueEnd>().Except(log.OfType<CueEnded>().Select(e => e.Reason)));
        Assert.Empty(Enum.GetValues<CueKind>().Except(log.OfType<CueShown>().Select(e => e.Cue.Kind)));
        Assert.Empty(Enum.GetValues<CueAnswer>().Except(log.OfType<CueAnswered>().Select(e => e.Answer)));
        Assert.Empty(Enum.GetValues<Trajectory>().Except(log.OfType<TrajectoryMoved>().Select(e => e.To)));
        Assert.Empty(
            Enum.GetValues<OpportunityOutcome>().Except(log.OfType<OpportunityScored>().Select(e => e.Outcome)));
        Assert.Empty(Enum.GetValues<AlertSource>().Except(
            log.OfType<CueShown>().Where(e => e.Cue.Alert is not null).Select(e => e.Cue.Alert!.Source)));
    }

    [Theory]
    [MemberData(nameof(Checks))]
    public void A_checker_finds_the_bug_that_is_planted_for_it(string check)
    {
        List<InteractionEvent> sound = Sound();
        EmpathyChecks.All[check](sound, SoundPolicy);

        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => EmpathyChecks.All[check](Planted[check](sound), SoundPolicy));
    }

    /// <summary>Feelings around a threshold do not make the trajectory flap.</summary>
    [Fact]
    public void Without_thanks_and_without_two_calm_turns_in_a_row_it_moves_twice_at_most() =>
        Prop.ForAll(Steps, numbers =>
    {
        var talk = Talk();
        var moves = 0;
        for (var i = 0; i < Math.Min(60, numbers.Length); i++)
        {
            var turn = talk.When(
                talk.Next(Plain with { Negative = i % 2 == 0 ? numbers[i] % 1_001 : 300 + (numbers[i] % 701) }));
            moves += turn.Events.Count(e => e is TrajectoryMoved);
            talk = InteractionScenario.In(turn.State);
        }

        Assert.InRange(moves, 0, 2);
    }).Check(Runs);

    /// <summary>A model cannot be written down as the ground of an alert.</summary>
    [Fact]
    public void No_value_of_the_source_of_an_alert_is_a_model() =>
        Assert.Equal(["Rule", "Fact"], Enum.GetNames<AlertSource>());

    private static EmpathyPolicy SoundPolicy => Policy with { Silenced = [CueKind.Closing], ExternalModel = true };

    private static List<InteractionEvent> Sound()
    {
        var state = Talk(SoundPolicy).State;
        List<InteractionEvent> log = [];
        foreach (var command in (InteractionCommand[])
            [Customer(1, Angry), Agent(1, Sorry), Customer(2, Plain), Customer(3, Plain), Customer(4, Plain),
                Revise(4, RevisedTo(EmotionLabels.Anxious, 900)), new EndContact("ana", Samples.Instants.T(72))])
        {
            foreach (var @event in InteractionDecider.Decide(state, command).Events)
            {
                log.Add(@event);
                state = InteractionDecider.Evolve(state, @event);
            }
        }

        return log;
    }

    private static MessageSaid Customers(List<InteractionEvent> log) =>
        log.OfType<MessageSaid>().First(m => m.From == Party.Customer)
        with { MessageId = "more", Reading = Plain };

    private static CueShown Again(List<InteractionEvent> log, Func<Cue, Cue> change)
    {
        var shown = log.OfType<CueShown>().First();
        return shown with { Cue = change(shown.Cue) with { Id = "again" } };
    }

    private static void AssertBounded(EmpathyState state)
    {
        Assert.InRange(state.Cues.Count, 0, EmpathyLimits.CuesKeptMax);
        Assert.InRange(state.Causes.Count, 0, EmpathyLimits.CausesKeptMax);
        Assert.InRange(state.Recent.Count, 0, EmpathyLimits.RecentTurnsMax);
        Assert.InRange(state.Revisable.Count, 0, EmpathyLimits.RevisableTurnsMax);
        Assert.InRange(state.OpenCues.Count(), 0, EmpathyLimits.OpenCuesMax);
        Assert.InRange(state.Level, 0, EmpathyLimits.Permille);
        Assert.InRange(state.Need?.Rules.Length ?? 0, 0, EmpathyLimits.NeedRulesMax);
    }
}
