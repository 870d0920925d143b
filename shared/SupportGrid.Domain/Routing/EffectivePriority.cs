using SupportGrid.Domain.Queues;

namespace SupportGrid.Domain.Routing;

/// <summary>
/// Priority plus ageing, exactly. It is linear in time with one slope per queue, so inside a queue the order of two
/// items never changes and a static key stands for it; only between queues does the instant matter.
/// </summary>
/// <remarks>Unit: millionths of a point × ticks of a minute.</remarks>
internal static class EffectivePriority
{
    /// <summary>The part that does not change with time: larger is served first.</summary>
    public static Int128 Key(WaitingItem item, QueuePolicy policy) =>
        ((Int128)Fixed.Micro(item.Priority) * TimeSpan.TicksPerMinute)
        - ((Int128)Fixed.Micro(policy.AgeingPerMinute) * item.PlaceSince.UtcTicks);

    public static Int128 At(Int128 key, QueuePolicy policy, DateTimeOffset now) =>
        key + ((Int128)Fixed.Micro(policy.AgeingPerMinute) * now.UtcTicks);

    public static Int128 At(double priority, DateTimeOffset placeSince, double ageingPerMinute, DateTimeOffset now) =>
        ((Int128)Fixed.Micro(priority) * TimeSpan.TicksPerMinute)
        + ((Int128)Fixed.Micro(ageingPerMinute) * (now.UtcTicks - placeSince.UtcTicks));

    /// <summary>In points, rounded to millionths.</summary>
    public static decimal Points(Int128 effective) => Fixed.ToDecimal(Fixed.Divide(effective, TimeSpan.TicksPerMinute));
}
