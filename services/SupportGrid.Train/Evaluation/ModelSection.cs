using System.Collections.Immutable;
using SupportGrid.Train.Groups;

namespace SupportGrid.Train.Evaluation;

/// <summary>The section of one model on one set.</summary>
internal static class ModelSection
{
    public static Section Of(
        string title, string note, Scored scored, Bootstrap bootstrap, IEnumerable<Measure>? more = null)
    {
        var set = scored.Set;
        var items = set.Examples.Length;
        var rows = Enumerable.Range(0, set.Labels.Length).Select(scored.Row).ToImmutableArray();
        var measures = ImmutableArray.CreateBuilder<Measure>();
        measures.Add(bootstrap.Of("macro-F1", rows => scored.MacroF1(rows), items, Targets.MacroF1(set.Name)));
        measures.Add(bootstrap.Of("micro-F1", rows => scored.MicroF1(rows), items, null));
        if (set.Labels.IndexOf("dissatisfied") is >= 0 and var label && set.Name.StartsWith("satisfaction", StringComparison.Ordinal))
        {
            measures.Add(bootstrap.Of(
                "AP dissatisfied",
                rows => scored.AveragePrecision(label, rows),
                items,
                Targets.Dissatisfied(set.Name)));
            measures.Add(new Measure("share dissatisfied", (double)rows[label].Support / items));
            measures.Add(new Measure(
                "recall at precision .5", Metrics.RecallAt(.5, scored.Probabilities[label], scored.Holds[label])));
        }

        measures.AddRange(more ?? []);
        measures.Add(new Measure("ECE, mean of labels", rows.Average(static r => r.CalibrationError), null, null, Targets.Calibration));
        measures.Add(
            new Measure("ECE, worst label", rows.Max(static r => r.CalibrationError), null, null, Targets.Calibration));
        if (scored.Micros is [_, ..] micros)
        {
            measures.Add(new Measure("scoring, mean µs", micros.Average()));
            measures.Add(new Measure("scoring, p50 µs", At(micros, .50)));
            measures.Add(new Measure("scoring, p95 µs", At(micros, .95), null, null, Targets.SpeedP95));
            measures.Add(new Measure("scoring, p99 µs", At(micros, .99)));
        }

        return new Section(title, note, items, measures.ToImmutable(), rows)
        {
            Groups = GroupErrors.Of(scored, bootstrap),
        };
    }

    private static double At(double[] sorted, double share) =>
        sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))];
}
