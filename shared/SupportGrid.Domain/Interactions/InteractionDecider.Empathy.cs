using System.Collections.Immutable;
using SupportGrid.Domain.Empathy;
using SupportGrid.Kernel;
using static SupportGrid.Domain.Interactions.Interaction;

namespace SupportGrid.Domain.Interactions;

/// <remarks>What was read in turns; the rules are in the folder Empathy.</remarks>
public sealed partial class InteractionDecider
{
    private static IEnumerable<InteractionEvent> SaidAndRead(Existing state, SayMessage c)
    {
        var (facts, said) = (state.Facts, Said(state, c));
        var circumstances = new Circumstances(
            facts.Channel, facts.Queue, facts.Subject, facts.Transfers, facts.Reopenings);
        return EmpathyRules.Follow(facts.Empathy, said, PolicyOf(facts.Policy.Empathy, c.Silenced), circumstances)
            .Prepend(said);
    }

    /// <summary>The policy is the one that the interaction is about to be queued under.</summary>
    private static IEnumerable<InteractionEvent> ReadOnOpening(OpenInteraction c, MessageSaid said)
    {
        var opened = EmpathyState.Initial with { Contacts = c.Before ?? ContactsBefore.None };
        var circumstances = new Circumstances(c.Channel, c.Policy.Queue, c.Subject, Transfers: 0, Reopenings: 0);
        return EmpathyRules.Follow(opened, said, PolicyOf(c.Policy.Empathy, c.Silenced), circumstances);
    }

    /// <summary>What the queue has switched off, and what agents found wrong too often.</summary>
    private static EmpathyPolicy PolicyOf(EmpathyPolicy? policy, ImmutableArray<CueKind>? silenced)
    {
        var chosen = policy ?? EmpathyPolicy.Default;
        return silenced is not { IsDefaultOrEmpty: false } kinds
            ? chosen
            : chosen with { Silenced = [.. chosen.Silenced.Union(kinds)] };
    }

    /// <summary>
    /// Only who has the interaction, or had it to the end, judges its cues: they saw them. The same answer again is
    /// nothing.
    /// </summary>
    private static Decision<InteractionEvent> Answer(Existing state, AnswerCue c)
    {
        var cue = state.Facts.Empathy.Cues.Find(t => t.Cue.Id == c.Cue);
        return state switch
        {
            _ when !MayJudge(state, c.Agent) => InteractionRefusals.NotYourInteraction,
            _ when cue is null => InteractionRefusals.NoSuchCue,
            _ when !IsLabel(c) => InteractionRefusals.CueLabelUnknown,
            _ when cue.Answer == c.Answer => [],
            _ when cue.Answer is not null => InteractionRefusals.CueAlreadyAnswered,
            _ => [new CueAnswered(c.Cue, cue.Cue.Kind, c.Answer, c.Agent, c.Label, c.At)],
        };
    }

    /// <summary>
    /// Only of the last turns of a contact that goes on, once, soon, and where the queue allows it. The policy is the
    /// one that the interaction is queued under.
    /// </summary>
    private static Decision<InteractionEvent> Revise(Existing state, ReviseReading c)
    {
        var policy = PolicyOf(state.Facts.Policy.Empathy, c.Silenced);
        return state is Wrapping or Closed ? InteractionRefusals.InteractionEnded
            : RevisionRules.ProblemOf(state.Facts, c, policy) is { } problem ? problem
            : Decision.Of(RevisionRules.Follow(state.Facts, c, policy));
    }

    /// <summary>Whether an agent has the interaction, or had it to the end: only these saw its cues.</summary>
    public static bool MayJudge(Interaction state, string agent) =>
        state is Existing existing && (AgentOf(existing) == agent || (state is Closed s && WasServedBy(s, agent)));

    private static bool IsLabel(AnswerCue c) =>
        c.Label is null || (c.Answer == CueAnswer.Disputed && EmotionLabels.All.Contains(c.Label));
}
