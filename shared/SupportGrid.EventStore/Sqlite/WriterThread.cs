namespace SupportGrid.EventStore.Sqlite;

/// <summary>
/// Commits on a thread of its own, and takes whatever has queued up meanwhile into the next transaction: the slower
/// the disk, the larger the batches.
/// </summary>
/// <remarks>
/// The queue is bounded by the semaphore. The thread waits on a monitor rather than on a task, so that a busy thread
/// pool cannot delay a commit.
/// </remarks>
internal sealed class WriterThread : IWriter
{
    private readonly object _gate = new();
    private readonly Queue<PendingWrite> _queue = new();
    private readonly SemaphoreSlim _room;
    private readonly GroupCommit _commit;
    private readonly int _eventsMax;
    private readonly int _bytesMax;
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _nudged;
    private bool _stopping;

    public WriterThread(GroupCommit commit, EventStoreOptions options)
    {
        _commit = commit;
        _room = new SemaphoreSlim(options.QueuedWritesMax);
        _eventsMax = options.CommitEventsMax;
        _bytesMax = options.CommitBytesMax;
        new Thread(Run) { IsBackground = true, Name = "Event log writer" }.Start();
    }

    public async ValueTask EnqueueAsync(PendingWrite write, CancellationToken cancellationToken)
    {
        await _room.WaitAsync(cancellationToken);
        lock (_gate)
        {
            if (!_stopping)
            {
                _queue.Enqueue(write);
                Monitor.Pulse(_gate);
                return;
            }
        }

        // The next one who waits for room must find the store closed as well.
        _room.Release();
        throw new ObjectDisposedException(nameof(SqliteEventStore));
    }

    public void Nudge()
    {
        lock (_gate)
        {
            _nudged = true;
            Monitor.Pulse(_gate);
        }
    }

    /// <summary>Takes no more writes, commits those that are queued, and ends the thread.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            _stopping = true;
            Monitor.Pulse(_gate);
        }

        await _stopped.Task;
    }

    private void Run()
    {
        var batch = new List<PendingWrite>();
        while (Take(batch))
        {
            _commit.Commit(batch);
            batch.Clear();
        }

        // One last time without callers, for what only leaves the disk along with a commit.
        _commit.Commit(batch);
        _stopped.SetResult();
    }

    private bool Take(List<PendingWrite> batch)
    {
        lock (_gate)
        {
            while (_queue.Count == 0 && !_nudged && !_stopping)
            {
                Monitor.Wait(_gate);
            }

            if (_queue.Count == 0 && !_nudged)
            {
                return false;
            }

            _nudged = false;
            TakeUpToLimits(batch);
        }

        if (batch.Count > 0)
        {
            _room.Release(batch.Count);
        }

        return true;
    }

    private void TakeUpToLimits(List<PendingWrite> batch)
    {
        var events = 0L;
        var bytes = 0L;
        while (_queue.TryPeek(out var next))
        {
            events += next.Events;
            bytes += next.Bytes;
            if (batch.Count > 0 && (events > _eventsMax || bytes > _bytesMax))
            {
                return;
            }

            batch.Add(_queue.Dequeue());
        }
    }
}
