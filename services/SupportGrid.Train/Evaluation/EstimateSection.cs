using SupportGrid.Train.Data;

namespace SupportGrid.Train.Evaluation;

/// <summary>
/// The section of the satisfaction that is shipped: a rule, since no labels of satisfaction may train what ships.
/// </summary>
internal static class EstimateSection
{
    /// <summary>Null for a set that is not about satisfaction.</summary>
    public static Section? Of(LabelledSet set, Bootstrap bootstrap)
    {
        if (set.Examples.Any(static e => e.Estimate is null))
        {
            return null;
        }

        var estimates = set.Examples.Select(static e => e.Estimate!.Value).ToArray();
        var holds = set.Examples.Select(static e => e.Labels[0] == 0).ToArray();
        return new Section(
            $"{set.Name}: the shipped estimate",
            "Dissatisfaction by the rule that ships (emotion, thanks, refusals, repetition); nothing was trained on satisfaction.",
            set.Examples.Length,
            [
                bootstrap.Of("AP dissatisfied", AveragePrecision, estimates.Length, null),
                new Measure("share dissatisfied", holds.Average(static h => h ? 1.0 : 0)),
                new Measure("ECE of dissatisfied", Metrics.CalibrationError(estimates, holds), null, null, Targets.Calibration),
            ],
            []);

        double AveragePrecision(int[] rows) => Metrics.AveragePrecision(
            rows.Select(r => estimates[r]).ToArray(), rows.Select(r => holds[r]).ToArray());
    }
}
