namespace SupportGrid.EventStore.Feed;

/// <summary>
/// What every provider needs to show a log live: its head, its recent events, and who waits for it to grow.
/// </summary>
/// <remarks>
/// One writer calls <see cref="Publish"/> and <see cref="Restart"/>, after each commit and in its order.
/// </remarks>
internal sealed class LiveLog(int recentEventsMax, int recentBytesMax)
{
    private readonly RecentEvents _recent = new(recentEventsMax, recentBytesMax);
    private readonly PositionWaits _waits = new();

    public long Head => _recent.Head;

    /// <inheritdoc cref="RecentEvents.Publish"/>
    public void Publish(IReadOnlyList<RecordedEvent> events)
    {
        _recent.Publish(events);
        _waits.Reach(Head);
    }

    /// <inheritdoc cref="RecentEvents.Restart"/>
    public void Restart(long head)
    {
        _recent.Restart(head);
        _waits.Reach(head);
    }

    /// <inheritdoc cref="PositionWaits.Close"/>
    public void Close() => _waits.Close();

    /// <inheritdoc cref="RecentEvents.Copy"/>
    public List<RecordedEvent>? CopyRecent(
        long after, long upTo, int limit, Func<RecordedEvent, bool>? filter = null) =>
        _recent.Copy(after, upTo, limit, filter);

    /// <summary>Completes when the head has reached a position.</summary>
    /// <exception cref="ObjectDisposedException">The log was closed before.</exception>
    public ValueTask WaitForAsync(long position, CancellationToken cancellationToken) =>
        Head >= position ? ValueTask.CompletedTask : _waits.ForAsync(position, cancellationToken);
}
