using SupportGrid.Domain.Empathy;
using SupportGrid.Domain.Interactions;
using V1 = SupportGrid.Api.V1;

namespace SupportGrid.Gateway.Empathy;

/// <summary>
/// Cues and how customers fare, on the wire. Enums of the API have the numbers of the domain's, which a test compares
/// by name.
/// </summary>
internal static class EmpathyMapping
{
    public static V1.Trajectory ToProto(this Trajectory trajectory) => (V1.Trajectory)(int)trajectory;

    public static V1.CueKind ToProto(this CueKind kind) => (V1.CueKind)(int)kind;

    public static V1.CueAnswer ToProto(this CueAnswer answer) => (V1.CueAnswer)(int)answer;

    public static V1.CueEnding ToProto(this CueEnd end) => (V1.CueEnding)(int)end;

    public static V1.Approach ToProto(this Approach approach) => (V1.Approach)(int)approach;

    public static V1.NeedLevel ToProto(this NeedLevel level) => (V1.NeedLevel)(int)level;

    public static V1.EvidenceSource ToProto(this EvidenceSource source) => (V1.EvidenceSource)(int)source;

    /// <returns>Null for an answer that is none.</returns>
    public static CueAnswer? ToDomain(this V1.CueAnswer answer) =>
        Enum.IsDefined((CueAnswer)(int)answer) ? (CueAnswer)(int)answer : null;

    /// <returns>Null for a kind that is none.</returns>
    public static CueKind? ToDomain(this V1.CueKind kind) =>
        Enum.IsDefined((CueKind)(int)kind) ? (CueKind)(int)kind : null;

    /// <summary>Shares are whole parts of a thousand inside, and 0..1 outside.</summary>
    public static double Share(int permille) => permille / (double)EmpathyLimits.Permille;

    public static V1.Cue ToProto(this TrackedCue tracked, string interaction, TextLanguage language)
    {
        var proto = tracked.Cue.ToProto(interaction, tracked.ShownAt, language);
        proto.Ending = tracked.Answer is not null ? V1.CueEnding.Answered : tracked.End?.ToProto() ?? default;
        proto.Answer = tracked.Answer?.ToProto() ?? default;
        return proto;
    }

    public static V1.Cue ToProto(this Cue cue, string interaction, DateTimeOffset shownAt, TextLanguage language)
    {
        var proto = new V1.Cue
        {
            CueId = cue.Id,
            InteractionId = interaction,
            Kind = cue.Kind.ToProto(),
            MessageId = cue.MessageId,
            Sequence = cue.Sequence,
            Start = cue.Start,
            Length = cue.Length,
            Probability = Share(cue.Probability),
            Approach = cue.Approach.ToProto(),
            Suggestion = ApproachTexts.Of(cue.Approach, language.TagOf()),
            Alert = cue.Alert is not null,
            ShownAt = shownAt.ToProto(),
        };
        proto.Evidence.AddRange(cue.Evidence.Select(e => e.ToProto(language)));
        return proto;
    }

    public static V1.TrajectoryMoved ToProto(this TrajectoryMoved moved, string interaction, long version)
    {
        var proto = new V1.TrajectoryMoved
        {
            InteractionId = interaction,
            Version = version,
            From = moved.From.ToProto(),
            To = moved.To.ToProto(),
            Level = Share(moved.Level),
        };
        proto.Because.AddRange(moved.Because.Select(static w => new V1.TurnWeight
        {
            MessageId = w.MessageId, Sequence = w.Sequence, Negative = Share(w.Negative),
        }));
        return proto;
    }

    public static V1.Need ToProto(this Need need) => new()
    {
        Level = need.Level.ToProto(), Importance = need.Importance, Urgency = need.Urgency, Rules = { need.Rules },
    };

    /// <returns>Null while nothing of the interaction was read.</returns>
    public static V1.InteractionEmpathy? ToProto(
        this InteractionFacts facts, long version, TextLanguage language, bool withCues)
    {
        var state = facts.Empathy;
        if (state is { CustomerTurns: 0, CuesShown: 0, Need: null })
        {
            return null;
        }

        var proto = new V1.InteractionEmpathy
        {
            InteractionId = facts.Interaction,
            Version = version,
            Trajectory = state.Trajectory.ToProto(),
            Level = Share(state.Level),
            Effort = Share(state.Effort),
            Need = state.Need?.ToProto(),
        };
        proto.EffortFacts.AddRange(state.Facts.Select(f => f.ToProto(language)));
        if (withCues)
        {
            proto.OpenCues.AddRange(state.OpenCues.Select(c => c.ToProto(facts.Interaction, language)));
        }

        return proto;
    }

    private static V1.EffortFact ToProto(this EffortFact fact, TextLanguage language) => new()
    {
        Cause = fact.Cause.ToString(),
        Strength = Share(fact.Strength),
        Sentence = EvidenceTexts.OfFact(fact.Cause, fact.Amount, language),
    };

    private static V1.CueEvidence ToProto(this CueEvidence evidence, TextLanguage language) => new()
    {
        Source = evidence.Source.ToProto(),
        Id = evidence.Id,
        Start = evidence.Start,
        Length = evidence.Length,
        Sentence = EvidenceTexts.Of(evidence, language),
        Model = evidence.Model ?? "",
    };
}
