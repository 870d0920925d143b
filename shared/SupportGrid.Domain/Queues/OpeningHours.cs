using System.Collections.Immutable;

namespace SupportGrid.Domain.Queues;

/// <summary>When a queue is open. No spans at all means always open.</summary>
/// <param name="TimeZone">IANA name; spans are local to it.</param>
/// <param name="Spans">Weekly spans; they may not cross midnight (write two).</param>
/// <param name="Closed">What happens to an interaction that arrives outside of the hours.</param>
[GenerateSerializer, Immutable, Alias("sg.OpeningHours")]
public sealed record OpeningHours(string TimeZone, ImmutableArray<OpenSpan> Spans, WhenClosed Closed)
{
    public static OpeningHours Always { get; } = new("UTC", [], WhenClosed.Wait);
}

/// <summary>A weekly span.</summary>
/// <param name="From">First minute of the day that is open, inclusive.</param>
/// <param name="To">End, exclusive; 24:00 is written as <see cref="TimeOnly.MaxValue"/>.</param>
[GenerateSerializer, Immutable, Alias("sg.OpenSpan")]
public sealed record OpenSpan(DayOfWeek Day, TimeOnly From, TimeOnly To);

/// <summary>What a closed queue does with a new interaction. Numbers are persisted.</summary>
public enum WhenClosed
{
    /// <summary>It is accepted and waits until somebody is there.</summary>
    Wait = 1,

    /// <summary>It is refused with QUEUE_CLOSED.</summary>
    Refuse = 2,
}
