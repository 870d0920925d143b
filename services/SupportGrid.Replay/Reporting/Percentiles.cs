namespace SupportGrid.Replay.Reporting;

/// <summary>Percentiles of a sample by the nearest-rank method; null of an empty one.</summary>
/// <param name="P50">In milliseconds, as the others.</param>
public sealed record Percentiles(double P50, double P95, double P99)
{
    public static Percentiles? Of(IReadOnlyCollection<double> sample)
    {
        if (sample.Count == 0)
        {
            return null;
        }

        var sorted = sample.Order().ToArray();
        return new Percentiles(Rank(sorted, 0.50), Rank(sorted, 0.95), Rank(sorted, 0.99));
    }

    private static double Rank(double[] sorted, double share) =>
        sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Length) - 1, 0, sorted.Length - 1)];
}
