namespace SupportGrid.Domain.Queues;

/// <summary>
/// How well estimates did, over contacts that waited and were served. Additive; the ratios are computed when read.
/// </summary>
/// <param name="ErrorSeconds">Sum of estimated mean − actual.</param>
/// <param name="AbsoluteSeconds">Sum of |P50 − actual|.</param>
/// <param name="WaitedSeconds">Sum of actual waits.</param>
/// <param name="SquaredSeconds">Sum of (estimated mean − actual)².</param>
/// <param name="WithinP50">How many waited no longer than the P50.</param>
/// <param name="WithinP90">How many waited no longer than the P90.</param>
[GenerateSerializer, Immutable, Alias("sg.WaitEstimateScore")]
public sealed record WaitEstimateScore(
    long Count,
    double ErrorSeconds,
    double AbsoluteSeconds,
    double WaitedSeconds,
    double SquaredSeconds,
    long WithinP50,
    long WithinP90)
{
    public static WaitEstimateScore None { get; } = new(0, 0, 0, 0, 0, 0, 0);

    /// <summary>Mean error in seconds; above zero: waits were shorter than said.</summary>
    public double? Bias => Count == 0 ? null : ErrorSeconds / Count;

    /// <summary>Sum of absolute errors / sum of waits: a percentage error that short waits do not blow up.</summary>
    public double? WeightedPercentageError => WaitedSeconds <= 0 ? null : AbsoluteSeconds / WaitedSeconds;

    public double? MeanSquaredError => Count == 0 ? null : SquaredSeconds / Count;

    /// <summary>Should be near 0.5.</summary>
    public double? ShareWithinP50 => Count == 0 ? null : (double)WithinP50 / Count;

    /// <summary>Should be near 0.9.</summary>
    public double? ShareWithinP90 => Count == 0 ? null : (double)WithinP90 / Count;

    /// <summary>With one more contact; an unknown estimate is not scored.</summary>
    public WaitEstimateScore With(WaitEstimate estimate, TimeSpan actual)
    {
        if (estimate is not { Mean: { } mean, P50: { } p50, P90: { } p90 })
        {
            return this;
        }

        var error = (mean - actual).TotalSeconds;
        return new(
            Count + 1,
            ErrorSeconds + error,
            AbsoluteSeconds + Math.Abs((p50 - actual).TotalSeconds),
            WaitedSeconds + actual.TotalSeconds,
            SquaredSeconds + (error * error),
            WithinP50 + (actual <= p50 ? 1 : 0),
            WithinP90 + (actual <= p90 ? 1 : 0));
    }
}
