using System.Collections.Concurrent;
using SupportGrid.Domain.Queues;

namespace SupportGrid.Silo.Queues;

/// <summary>Whether a queue is open at an instant. Time zones come from the system, which is why the domain cannot tell.</summary>
internal static class OpeningClock
{
    private static readonly ConcurrentDictionary<string, TimeZoneInfo> Zones = new(StringComparer.Ordinal);

    /// <remarks>
    /// A zone that the system does not know counts as UTC: administration refuses it, but the system's tables may lose
    /// one, and a customer must not be turned away for that.
    /// </remarks>
    public static bool IsOpen(OpeningHours hours, DateTimeOffset at)
    {
        if (hours.Spans.IsDefaultOrEmpty)
        {
            return true;
        }

        var local = TimeZoneInfo.ConvertTime(at, Zones.GetOrAdd(hours.TimeZone, Find));
        var time = TimeOnly.FromTimeSpan(local.TimeOfDay);
        return hours.Spans.Any(s =>
            s.Day == local.DayOfWeek && time >= s.From && (time < s.To || s.To == TimeOnly.MaxValue));
    }

    private static TimeZoneInfo Find(string id) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : TimeZoneInfo.Utc;
}
