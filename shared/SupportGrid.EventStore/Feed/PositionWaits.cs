namespace SupportGrid.EventStore.Feed;

/// <summary>
/// Who waits for which position. A commit wakes those whose position it has reached, and nobody else.
/// </summary>
/// <remarks>
/// Every wait is a task of its own which completes without passing through another one, so that a caller who runs on
/// a scheduler of his own is continued there and nowhere else: simulations depend on it.
/// </remarks>
internal sealed class PositionWaits
{
    private readonly Lock _lock = new();
    private readonly SortedSet<Wait> _waits = new(Comparer<Wait>.Create(ByPosition));
    private long _reached;
    private long _lastTicket;
    private bool _closed;

    /// <summary>Wakes those who wait for this position or one before it.</summary>
    public void Reach(long position)
    {
        lock (_lock)
        {
            _reached = position;
            while (_waits.Min is { } first && first.Position <= position)
            {
                _waits.Remove(first);
                first.TrySetResult();
            }
        }
    }

    /// <summary>Ends all waits, now and later, with <see cref="ObjectDisposedException"/>.</summary>
    public void Close()
    {
        lock (_lock)
        {
            _closed = true;
            foreach (var wait in _waits)
            {
                wait.TrySetException(Closed());
            }

            _waits.Clear();
        }
    }

    public async ValueTask ForAsync(long position, CancellationToken cancellationToken)
    {
        if (Add(position) is { } wait)
        {
            using (cancellationToken.UnsafeRegister(_ => Cancel(wait, cancellationToken), null))
            {
                await wait.Task;
            }
        }
    }

    private static int ByPosition(Wait left, Wait right) =>
        left.Position != right.Position
            ? left.Position.CompareTo(right.Position)
            : left.Ticket.CompareTo(right.Ticket);

    private static ObjectDisposedException Closed() => new(nameof(IEventFeed));

    /// <summary>Null if the position is reached already.</summary>
    private Wait? Add(long position)
    {
        lock (_lock)
        {
            if (_reached >= position)
            {
                return null;
            }

            if (_closed)
            {
                throw Closed();
            }

            var wait = new Wait(position, ++_lastTicket);
            _waits.Add(wait);
            return wait;
        }
    }

    private void Cancel(Wait wait, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _waits.Remove(wait);
        }

        wait.TrySetCanceled(cancellationToken);
    }

    private sealed class Wait(long position, long ticket)
        : TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        public long Position { get; } = position;

        public long Ticket { get; } = ticket;
    }
}
