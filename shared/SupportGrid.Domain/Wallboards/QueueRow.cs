using System.Collections.Immutable;
using SupportGrid.Domain.Queues;

namespace SupportGrid.Domain.Wallboards;

/// <summary>One queue on the board.</summary>
/// <param name="Line">Everybody who waits, asked or not, longest first.</param>
/// <param name="Offered">Of these, for how many an agent is being asked.</param>
/// <param name="Buckets">Counts of quarters of an hour by the instant of taking the place, for a day.</param>
[GenerateSerializer, Immutable, Alias("sg.QueueRow")]
public sealed record QueueRow(
    string Queue,
    string DisplayName,
    ServiceTarget Target,
    ImmutableSortedSet<WaitingPlace> Line,
    int Offered,
    int Connected,
    int Wrapping,
    ImmutableSortedDictionary<DateTimeOffset, BoardBucket> Buckets)
{
    /// <summary>Length of one bucket.</summary>
    public static TimeSpan BucketSpan { get; } = TimeSpan.FromMinutes(15);

    /// <summary>How long buckets are kept, counted from the newest.</summary>
    public static TimeSpan BucketsKept { get; } = TimeSpan.FromHours(24);

    public static QueueRow Of(string queue, string displayName, ServiceTarget target) => new(
        queue,
        displayName,
        target,
        ImmutableSortedSet<WaitingPlace>.Empty,
        0,
        0,
        0,
        ImmutableSortedDictionary<DateTimeOffset, BoardBucket>.Empty);

    /// <summary>Whether nobody waits, talks or is wrapped up in it.</summary>
    public bool IsEmpty => Line.IsEmpty && Connected == 0 && Wrapping == 0;

    /// <summary>Since when the first in the line waits, or null.</summary>
    public DateTimeOffset? LongestSince => Line.IsEmpty ? null : Line[0].Since;

    /// <summary>Sums of the buckets of a day in UTC.</summary>
    public BoardBucket TotalOf(DateTimeOffset instant)
    {
        var total = BoardBucket.None;
        foreach (var (start, bucket) in Buckets)
        {
            total = start.UtcDateTime.Date == instant.UtcDateTime.Date ? total + bucket : total;
        }

        return total;
    }

    /// <summary>The row with something added to the bucket of the instant at which the place was taken.</summary>
    public QueueRow Count(DateTimeOffset place, BoardBucket counts)
    {
        var start = new DateTimeOffset(place.UtcTicks - (place.UtcTicks % BucketSpan.Ticks), TimeSpan.Zero);
        var buckets = Buckets.SetItem(start, Buckets.GetValueOrDefault(start, BoardBucket.None) + counts);
        var oldest = buckets.Keys.Last() - BucketsKept;
        return this with { Buckets = buckets.RemoveRange(buckets.Keys.TakeWhile(k => k <= oldest)) };
    }
}

/// <summary>A place in the line; ordered by how long it has been held.</summary>
[GenerateSerializer, Immutable, Alias("sg.WaitingPlace")]
public sealed record WaitingPlace(DateTimeOffset Since, string Interaction) : IComparable<WaitingPlace>
{
    public int CompareTo(WaitingPlace? other) =>
        other is null ? 1
        : Since != other.Since ? Since.CompareTo(other.Since)
        : string.CompareOrdinal(Interaction, other.Interaction);

    public static bool operator <(WaitingPlace left, WaitingPlace right) => left.CompareTo(right) < 0;

    public static bool operator >(WaitingPlace left, WaitingPlace right) => left.CompareTo(right) > 0;

    public static bool operator <=(WaitingPlace left, WaitingPlace right) => left.CompareTo(right) <= 0;

    public static bool operator >=(WaitingPlace left, WaitingPlace right) => left.CompareTo(right) >= 0;
}
