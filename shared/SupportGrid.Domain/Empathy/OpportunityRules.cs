using SupportGrid.Domain.Interactions;

namespace SupportGrid.Domain.Empathy;

/// <summary>
/// Which turns of a customer call for an acknowledgement, and what agents make of them. Scored by opportunity and not
/// by talk, so that nobody is marked down where none was called for.
/// </summary>
internal static class OpportunityRules
{
    /// <summary>Least probability of a feeling, in permille, that calls for an acknowledgement.</summary>
    public const int FeelingFrom = 500;

    /// <summary>
    /// What disapproval needs beyond the other feelings, in permille: models take every "not" for a little of it.
    /// </summary>
    public const int DissatisfiedMargin = 150;

    /// <returns>Null for a turn that calls for nothing.</returns>
    public static OpenOpportunity? Opens(MessageSaid said, TurnReading reading) =>
        KindOf(reading) is { } kind ? new OpenOpportunity(said.MessageId, said.Sequence, kind, 0, said.At) : null;

    /// <summary>Words of empathy.</summary>
    public static bool IsEmpathetic(TurnReading reading) => Acknowledges(reading) || reading.Has(TurnSignal.Warm);

    public static bool IsUnhelpful(TurnReading reading) =>
        reading.Has(TurnSignal.Refuses) && !IsEmpathetic(reading);

    /// <summary>What an agent's turn decides about the open opportunity; null: it waits on.</summary>
    /// <param name="open">As before the turn.</param>
    public static OpportunityOutcome? OutcomeOf(OpenOpportunity open, TurnReading agent) =>
        Acknowledges(agent) ? open.AgentTurns == 0 ? OpportunityOutcome.Delivered : OpportunityOutcome.Late
        : open.AgentTurns + 1 >= EmpathyLimits.AgentTurnsToAnswerMax ? OpportunityOutcome.Missed
        : null;

    /// <summary>Who says sorry is taken for sad; what stands out is the apology.</summary>
    public static bool IsApology(TurnReading reading) =>
        reading.Of(EmotionLabels.Apologetic) > reading.Of(EmotionLabels.Sad);

    private static bool Acknowledges(TurnReading reading) =>
        reading.Has(TurnSignal.Apologises) ||
            reading.Has(TurnSignal.Acknowledges) || reading.Has(TurnSignal.Understands);

    /// <returns>Null for a turn that calls for nothing.</returns>
    public static OpportunityKind? KindOf(TurnReading reading) =>
        Math.Max(reading.Of(EmotionLabels.Angry), DissatisfiedOf(reading)) >= FeelingFrom
            ? OpportunityKind.Distress
            : reading.Of(EmotionLabels.Anxious) >= FeelingFrom ? OpportunityKind.Worry
            : reading.Of(EmotionLabels.Sad) >= FeelingFrom && !IsApology(reading) ? OpportunityKind.Sorrow
            : reading.Rule(CueTable.EffortStrong) is not null ? OpportunityKind.Effort
            : null;

    private static int DissatisfiedOf(TurnReading reading) =>
        reading.Has(TurnSignal.Declines) ? 0 : reading.Of(EmotionLabels.Dissatisfied) - DissatisfiedMargin;
}
