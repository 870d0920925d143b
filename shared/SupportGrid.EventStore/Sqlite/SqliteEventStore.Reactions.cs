namespace SupportGrid.EventStore.Sqlite;

public sealed partial class SqliteEventStore
{
    private static readonly ReactionKey _beforeAll = new(0, 0);

    private int _deletionPlanned;

    /// <inheritdoc />
    public async ValueTask<IReadOnlyList<PendingReaction>> ReadPendingReactionsAsync(
        int limit, ReactionKey? after = null, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        var completed = _completed.Copy();
        var pending = new List<PendingReaction>();
        var from = after ?? _beforeAll;
        while (pending.Count < limit)
        {
            var start = from;
            var page = await _readers.ReadAsync(database => database.Outbox.Read(start, limit), cancellationToken);
            pending.AddRange(page.Where(reaction => !completed.Contains(reaction.Key)).Take(limit - pending.Count));
            if (page.Count < limit)
            {
                break;
            }

            from = page[^1].Key;
        }

        return pending;
    }

    /// <inheritdoc />
    public ValueTask<long> ReadSettledAsync(string tenant, CancellationToken cancellationToken = default)
    {
        // In this order: what is committed by now is in the outbox or done, and what is done by now is in the copy.
        var head = Head;
        return _reads.ReadSettledAsync(tenant, head, _completed.Copy(), cancellationToken);
    }

    /// <inheritdoc />
    public async ValueTask CompleteReactionsAsync(
        IReadOnlyCollection<ReactionKey> keys, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_closed != 0, this);
        if (_completed.Count + keys.Count > _options.CompletionsMax)
        {
            // Whatever commits takes the deletions along, so an empty write is enough to make room.
            await WriteAsync(new PendingCall<bool>(0, _ => true), cancellationToken);
        }

        _completed.Add(keys);
        if (Interlocked.Exchange(ref _deletionPlanned, 1) == 0)
        {
            _completionTimer.Change(_options.CompletionDelay, Timeout.InfiniteTimeSpan);
        }
    }

    private void DeleteCompleted()
    {
        // Unset first: a key that is added from here on plans a deletion of its own or is part of this one.
        Volatile.Write(ref _deletionPlanned, 0);
        if (_completed.Count > 0)
        {
            _writer.Nudge();
        }
    }
}
