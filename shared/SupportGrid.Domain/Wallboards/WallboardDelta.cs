using System.Collections.Immutable;

namespace SupportGrid.Domain.Wallboards;

/// <summary>What differs between two boards of one tenant: only changed rows travel.</summary>
/// <param name="Staff">Null when unchanged.</param>
public sealed record WallboardDelta(ImmutableArray<QueueRow> Changed, ImmutableArray<string> Removed, StaffCounts? Staff)
{
    public bool IsEmpty => Changed.IsEmpty && Removed.IsEmpty && Staff is null;

    /// <summary>The difference; rows that were not touched in between are the same objects and cost nothing.</summary>
    /// <exception cref="ArgumentException">The later board is older than the earlier.</exception>
    public static WallboardDelta Between(Wallboard earlier, Wallboard later)
    {
        if (later.Position < earlier.Position)
        {
            throw new ArgumentException(
                $"The board at {later.Position} cannot follow the one at {earlier.Position}.", nameof(later));
        }

        if (ReferenceEquals(earlier.Queues, later.Queues) && earlier.Staff == later.Staff)
        {
            return new WallboardDelta([], [], null);
        }

        var changed = later.Queues.Values
            .Where(row => !earlier.Queues.TryGetValue(row.Queue, out var old) || !ReferenceEquals(old, row));
        var removed = earlier.Queues.Keys.Where(queue => !later.Queues.ContainsKey(queue));
        return new WallboardDelta(
            [.. changed], [.. removed], earlier.Staff == later.Staff ? null : later.Staff);
    }
}
