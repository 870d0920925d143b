using System.Globalization;

namespace SupportGrid.Domain.Queues;

/// <summary>
/// Estimates the further wait from the place in the line: with k ahead, k + 1 agents must become free or somebody
/// ahead must leave, and each of these takes an exponential time. With n slots, handle time 1/μ and leaving rate θ the
/// wait is the sum of exponential times of the rates nμ + jθ, j = 0..k. Its mean is the estimate called QLm; its
/// distribution function is a beta function, from which the quantiles are taken.
/// </summary>
/// <remarks>
/// It is the wait of somebody who stays, so over those who were served it errs a little upwards. It takes all slots
/// for busy and the line for first come, first served: priorities that come later and agents who also serve other
/// queues make waits longer than it says. <see cref="WaitEstimateScore"/> holds estimates against what came true; the
/// product does not collect it.
/// </remarks>
public static class WaitEstimator
{
    /// <summary>Id and version, written beside every estimate.</summary>
    public const string Id = "ewt.qlm@1";

    /// <summary>Fewer handled contacts than this are no basis.</summary>
    public const int HandledMin = 5;

    /// <summary>Longer waits are not told from each other.</summary>
    public static TimeSpan WaitMax { get; } = TimeSpan.FromHours(24);

    /// <param name="place">Place in the line, the next being 1.</param>
    /// <param name="slots">Items that the agents who take work can serve at once.</param>
    public static WaitEstimate Estimate(int place, double slots, WaitHistory history)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(place, 1);
        if (slots <= 0)
        {
            return Unknown("Nobody who could serve is taking work.");
        }

        if (history.MeanHandleTime is not { } handleTime)
        {
            return Unknown($"Fewer than {HandledMin} contacts have been handled lately.");
        }

        var free = slots / handleTime.TotalSeconds;
        var leave = history.LeavingRate;
        var basis = string.Create(
            CultureInfo.InvariantCulture,
            $"Place {place}, {slots:0.#} at once, {handleTime.TotalSeconds:0} s each, {leave * 60:0.###} of one leave a minute.");
        return new(
            Id,
            Span(Mean(place - 1, free, leave)),
            Span(Quantile(0.5, place - 1, free, leave)),
            Span(Quantile(0.9, place - 1, free, leave)),
            basis);
    }

    /// <summary>Mean seconds until served.</summary>
    /// <param name="ahead">How many are ahead in the line.</param>
    /// <param name="free">Slots that become free per second: nμ.</param>
    /// <param name="leave">Leaving rate of one who waits, per second: θ.</param>
    public static double Mean(int ahead, double free, double leave)
    {
        var sum = 0.0;
        for (var j = 0; j <= ahead; j++)
        {
            sum += 1 / (free + (j * leave));
        }

        return sum;
    }

    /// <summary>P(served within <paramref name="seconds"/>), parameters as for <see cref="Mean"/>.</summary>
    public static double Within(double seconds, int ahead, double free, double leave)
    {
        if (seconds <= 0)
        {
            return 0;
        }

        // With hardly anybody leaving the beta function goes over into the gamma function of equal steps.
        return leave * ahead < free * 1e-9
            ? Probability.Gamma(ahead + 1, free * seconds)
            : 1 - Probability.Beta(Math.Exp(-leave * seconds), free / leave, ahead + 1);
    }

    /// <summary>The seconds within which a share of such waits end, to a thousandth of a second.</summary>
    public static double Quantile(double share, int ahead, double free, double leave)
    {
        var low = 0.0;
        var high = Mean(ahead, free, leave);
        while (Within(high, ahead, free, leave) < share && high < WaitMax.TotalSeconds * 2)
        {
            (low, high) = (high, high * 2);
        }

        while (high - low > 0.001)
        {
            var middle = (low + high) / 2;
            (low, high) = Within(middle, ahead, free, leave) < share ? (middle, high) : (low, middle);
        }

        return high;
    }

    private static WaitEstimate Unknown(string why) => new(Id, null, null, null, why);

    private static TimeSpan Span(double seconds) => TimeSpan.FromSeconds(Math.Min(seconds, WaitMax.TotalSeconds));
}
