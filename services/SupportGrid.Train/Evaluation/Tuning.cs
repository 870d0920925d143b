using System.Collections.Immutable;
using SupportGrid.Empathy.Models;
using SupportGrid.Train.Data;
using SupportGrid.Train.Learning;

namespace SupportGrid.Train.Evaluation;

/// <summary>The same weights with thresholds chosen on another set. A score on that set is then optimistic.</summary>
public static class Tuning
{
    public static LinearModel On(LinearModel model, LabelledSet set)
    {
        var scored = Scored.By(model, set);
        var thresholds = model.Header.Decision == DecisionKind.EachLabel
            ? [.. scored.Scores.Select((s, l) => Thresholds.BestF1(s, scored.Holds[l]).Threshold)]
            : Thresholds.BestOffsets(scored.Scores, [.. set.Examples.Select(static e => e.Labels[0])], model.Labels).Offsets;
        var labels = model.Header.Labels.Select((l, i) => l with { Threshold = thresholds[i] }).ToImmutableArray();
        return new LinearModel(model.Header with { Labels = labels }, model.Rarity.ToArray(), model.Weights.ToArray());
    }
}
