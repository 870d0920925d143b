using System.Collections.Immutable;

// The rules of time zones are data that the system keeps current; the id was held against it when it was configured.
#pragma warning disable RS0030

namespace SupportGrid.Domain.Queues;

/// <summary>When a queue is open. No spans at all means always open.</summary>
/// <param name="TimeZone">IANA name; spans are local to it.</param>
/// <param name="Spans">Weekly spans; they may not cross midnight (write two).</param>
/// <param name="Closed">What happens to an interaction that arrives outside of the hours.</param>
[GenerateSerializer, Immutable, Alias("sg.OpeningHours")]
public sealed record OpeningHours(string TimeZone, ImmutableArray<OpenSpan> Spans, WhenClosed Closed)
{
    public static OpeningHours Always { get; } = new("UTC", [], WhenClosed.Wait);

    /// <summary>
    /// Whether the queue is open at an instant, by the clock on its wall: summer time is the zone's matter.
    /// </summary>
    /// <remarks>
    /// A zone that the system does not know counts as UTC. Administration refuses such a zone; but a system's tables
    /// may lose one, and no customer is turned away for that.
    /// </remarks>
    public bool IsOpen(DateTimeOffset instant)
    {
        if (Spans.IsDefaultOrEmpty)
        {
            return true;
        }

        var wall = TimeZoneInfo.ConvertTime(instant, Zone());
        return Spans.Any(span => span.Contains(wall.DayOfWeek, TimeOnly.FromTimeSpan(wall.TimeOfDay)));
    }

    /// <summary>
    /// When the queue opens next: <paramref name="instant"/> itself while it is open, null when it never does. A span
    /// that begins in the hour that summer time skips opens when that hour is over.
    /// </summary>
    public DateTimeOffset? NextOpening(DateTimeOffset instant)
    {
        if (IsOpen(instant))
        {
            return instant;
        }

        var zone = Zone();
        var today = TimeZoneInfo.ConvertTime(instant, zone).Date;
        return Enumerable.Range(0, 8)
            .SelectMany(days => Spans
                .Where(span => span.Day == today.AddDays(days).DayOfWeek)
                .SelectMany(span => Beginnings(today.AddDays(days) + span.From.ToTimeSpan(), zone)))
            .Where(opening => opening > instant && IsOpen(opening))
            .Select(static opening => (DateTimeOffset?)opening)
            .Min();
    }

    // An hour that the clock shows twice begins twice; one that it skips begins at the end of the gap.
    private static IEnumerable<DateTimeOffset> Beginnings(DateTime wall, TimeZoneInfo zone)
    {
        while (zone.IsInvalidTime(wall))
        {
            wall = wall.AddMinutes(1);
        }

        return zone.IsAmbiguousTime(wall)
            ? zone.GetAmbiguousTimeOffsets(wall).Select(offset => new DateTimeOffset(wall, offset).ToUniversalTime())
            : [new DateTimeOffset(wall, zone.GetUtcOffset(wall)).ToUniversalTime()];
    }

    private TimeZoneInfo Zone() =>
        TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out var zone) ? zone : TimeZoneInfo.Utc;
}

/// <summary>A weekly span.</summary>
/// <param name="From">First minute of the day that is open, inclusive.</param>
/// <param name="To">End, exclusive; 24:00 is written as <see cref="TimeOnly.MaxValue"/>.</param>
[GenerateSerializer, Immutable, Alias("sg.OpenSpan")]
public sealed record OpenSpan(DayOfWeek Day, TimeOnly From, TimeOnly To)
{
    public bool Contains(DayOfWeek day, TimeOnly time) =>
        day == Day && time >= From && (time < To || To == TimeOnly.MaxValue);
}

/// <summary>What a closed queue does with a new interaction. Names are persisted.</summary>
public enum WhenClosed
{
    /// <summary>It is accepted and waits until somebody is there.</summary>
    Wait = 1,

    /// <summary>It is refused with QUEUE_CLOSED.</summary>
    Refuse = 2,
}
