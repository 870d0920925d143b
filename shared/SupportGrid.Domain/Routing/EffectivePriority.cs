using SupportGrid.Domain.Empathy;
using SupportGrid.Domain.Queues;

namespace SupportGrid.Domain.Routing;

/// <summary>
/// Priority plus distress plus ageing, exactly. It is linear in time with one slope per queue, so inside a queue the
/// order of two items never changes and a static key stands for it; only between queues does the instant matter.
/// </summary>
/// <remarks>Unit: millionths of a point × ticks of a minute.</remarks>
internal static class EffectivePriority
{
    /// <summary>The part that does not change with time: larger is served first.</summary>
    public static Int128 Key(WaitingItem item, QueuePolicy policy) =>
        ((Int128)(Fixed.Micro(item.Priority) + Distress(item.Distress, policy.Empathy?.Routing?.DistressPriority ?? 0))
            * TimeSpan.TicksPerMinute)
        - ((Int128)Fixed.Micro(policy.AgeingPerMinute) * item.PlaceSince.UtcTicks);

    public static Int128 At(Int128 key, QueuePolicy policy, DateTimeOffset now) =>
        key + ((Int128)Fixed.Micro(policy.AgeingPerMinute) * now.UtcTicks);

    /// <param name="distress">See <see cref="Distress"/>.</param>
    public static Int128 At(
        double priority, long distress, DateTimeOffset placeSince, double ageingPerMinute, DateTimeOffset now) =>
        ((Int128)(Fixed.Micro(priority) + distress) * TimeSpan.TicksPerMinute)
        + ((Int128)Fixed.Micro(ageingPerMinute) * (now.UtcTicks - placeSince.UtcTicks));

    /// <summary>What distress adds, in millionths of a point: never more than <paramref name="most"/> points.</summary>
    public static long Distress(CustomerDistress? distress, double most) =>
        distress is null || most <= 0 ? 0 : Fixed.Micro(most) / EmpathyLimits.Permille * distress.Share;

    /// <summary>In points, rounded to millionths.</summary>
    public static decimal Points(Int128 effective) => Fixed.ToDecimal(Fixed.Divide(effective, TimeSpan.TicksPerMinute));
}
