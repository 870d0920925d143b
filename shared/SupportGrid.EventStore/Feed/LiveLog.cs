namespace SupportGrid.EventStore.Feed;

/// <summary>What every provider needs to show a log live: its head, its recent events, and a signal when it grows.</summary>
/// <remarks>One writer calls <see cref="Publish"/> and <see cref="Restart"/>, after each commit and in its order.</remarks>
internal sealed class LiveLog(int recentEventsMax, int recentBytesMax)
{
    private readonly RecentEvents _recent = new(recentEventsMax, recentBytesMax);
    private TaskCompletionSource _grown = NewSignal();
    private volatile bool _closed;

    public long Head => _recent.Head;

    public void Publish(IReadOnlyList<RecordedEvent> events)
    {
        _recent.Publish(events);
        Signal();
    }

    public void Restart(long head)
    {
        _recent.Restart(head);
        Signal();
    }

    /// <summary>Ends all waits, now and later, with <see cref="ObjectDisposedException"/>.</summary>
    public void Close()
    {
        _closed = true;
        Signal();
    }

    /// <inheritdoc cref="RecentEvents.Copy"/>
    public List<RecordedEvent>? CopyRecent(long after, long upTo, int limit, Func<RecordedEvent, bool>? filter = null) =>
        _recent.Copy(after, upTo, limit, filter);

    public async ValueTask WaitForAsync(long position, CancellationToken cancellationToken)
    {
        while (true)
        {
            // The signal is taken before the head is read, so that a commit in between ends the wait.
            var grown = Volatile.Read(ref _grown).Task;
            if (Head >= position)
            {
                return;
            }

            ObjectDisposedException.ThrowIf(_closed, typeof(IEventFeed));
            await grown.WaitAsync(cancellationToken);
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Signal() => Interlocked.Exchange(ref _grown, NewSignal()).SetResult();
}
