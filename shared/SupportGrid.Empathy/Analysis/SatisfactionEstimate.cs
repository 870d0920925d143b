using SupportGrid.Empathy.Conversations;
using SupportGrid.Empathy.Rules;

namespace SupportGrid.Empathy.Analysis;

/// <summary>
/// Satisfaction without a trained model: a rule with published weights over what is known anyway. No open set that
/// labels satisfaction may train what is shipped; sets that may only be measured with say how good the rule is
/// (shared/docs/empathy.md).
/// </summary>
internal static class SatisfactionEstimate
{
    public static void Fill(ConversationMemory memory, CustomerReading reading)
    {
        if (reading.Satisfaction.IsPresent)
        {
            reading.SatisfactionSource = SatisfactionSource.Model;
            reading.Dissatisfied = reading.Satisfaction.Of("dissatisfied");
            reading.Satisfied = reading.Satisfaction.Of("satisfied");
            return;
        }

        reading.SatisfactionSource = SatisfactionSource.Estimate;
        var agentRefused = DenseCues.AgentRefused(memory);
        var score = -1.6f
            + (2f * reading.Negative)
            + (agentRefused ? .9f : 0)
            + (reading.Overlaps.Trigrams * 1.2f)
            + (reading.Has(CueRules.EffortStrong) ? 1.5f : reading.Has(CueRules.EffortWide) ? .5f : 0)
            + (Demands(reading) ? 1.5f : 0)
            + (reading.Has(CueRules.RepeatedMarksZh) ? .8f : 0)
            + (reading.Has(CueRules.RepetitionZh) ? .5f : 0)
            + (.25f * Math.Min(memory.UnansweredRun, 4))
            - (reading.Thanks ? 2f : 0)
            - (1f * reading.Emotion.Of("grateful_satisfied"));
        reading.Dissatisfied = 1 / (1 + MathF.Exp(-score));
        reading.Satisfied = (1 - reading.Dissatisfied)
            * (reading.Thanks ? .8f : .25f + (.4f * reading.Emotion.Of("grateful_satisfied")));
    }

    private static bool Demands(CustomerReading reading) =>
        reading.Has(CueRules.ComplaintOrHumanZh) || reading.Has(CueRules.AsksForHuman) || reading.Has(CueRules.AsksForManager);
}
