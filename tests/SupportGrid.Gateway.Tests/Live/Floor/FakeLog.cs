using SupportGrid.EventStore;

namespace SupportGrid.Gateway.Tests.Live.Floor;

/// <summary>
/// A log in memory that can be trimmed and that can misbehave towards live readers: how a validator is proved.
/// </summary>
internal sealed class FakeLog : IEventStore, IEventFeed
{
    private readonly Lock _gate = new();
    private readonly List<RecordedEvent> _events = [];
    private readonly Dictionary<(string Tenant, string Stream), OpenStream> _open = [];
    private TaskCompletionSource _grown = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _trimmed;

    public string Epoch { get; set; } = "log-1";

    public long Head
    {
        get
        {
            lock (_gate)
            {
                return _events.Count;
            }
        }
    }

    public long Oldest
    {
        get
        {
            lock (_gate)
            {
                return _trimmed + 1;
            }
        }
    }

    /// <summary>Pages read from the log since it was made.</summary>
    public int Reads { get; private set; }

    /// <summary>What live readers get instead of what was committed.</summary>
    public Func<IReadOnlyList<RecordedEvent>, IReadOnlyList<RecordedEvent>>? Misdeliver { get; set; }

    /// <summary>Runs before a page is read.</summary>
    public Action<FeedQuery>? BeforeRead { get; set; }

    /// <summary>Takes away everything up to a position.</summary>
    public void Trim(long upTo)
    {
        lock (_gate)
        {
            _trimmed = upTo;
        }
    }

    public ValueTask ProbeAsync(CancellationToken cancellationToken = default) => ValueTask.CompletedTask;

    public ValueTask<AppendResult> AppendAsync(AppendRequest request, CancellationToken cancellationToken = default)
    {
        TaskCompletionSource grown;
        long first;
        lock (_gate)
        {
            first = _events.Count + 1;
            for (var i = 0; i < request.Events.Count; i++)
            {
                _events.Add(Record(request, i, first + i));
            }

            Mark(request, first);
            grown = _grown;
            _grown = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        grown.SetResult();
        return ValueTask.FromResult<AppendResult>(new AppendResult.Appended(
            first, first + request.Events.Count - 1, request.ExpectedVersion + request.Events.Count));
    }

    public ValueTask<FeedPage> ReadAsync(FeedQuery query, CancellationToken cancellationToken = default)
    {
        BeforeRead?.Invoke(query);
        lock (_gate)
        {
            Reads++;
            var upTo = Math.Min(query.UpTo ?? long.MaxValue, _events.Count);
            var events = _events
                .Where(e => e.Position > Math.Max(query.After, _trimmed) && e.Position <= upTo && Matches(query, e))
                .Take(query.Limit)
                .Select(static e => e with { Body = null })
                .ToList();
            return ValueTask.FromResult(events.Count == query.Limit && events[^1].Position < upTo
                ? new FeedPage(events, events[^1].Position, false)
                : new FeedPage(events, Math.Max(upTo, query.After), true));
        }
    }

    public IFeedSubscription Subscribe(long after) => new Subscription(this, after);

    public async ValueTask WaitForPositionAsync(long position, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            Task grown;
            lock (_gate)
            {
                if (_events.Count >= position)
                {
                    return;
                }

                grown = _grown.Task;
            }

            await grown.WaitAsync(cancellationToken);
        }
    }

    public ValueTask<IReadOnlyList<OpenStream>> ListOpenAsync(
        string category, string? tenant = null, string? group = null, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<OpenStream>>([.. _open.Values
                .Where(o => o.Category == category && (tenant is null || o.Tenant == tenant))
                .OrderBy(static o => o.Position)]);
        }
    }

    public async ValueTask<IReadOnlyList<OpenStream>> ListOpenAfterAsync(
        string category, string tenant, long after, int limit, CancellationToken cancellationToken = default) =>
        [.. (await ListOpenAsync(category, tenant, null, cancellationToken))
            .Where(o => o.Position > after)
            .Take(limit)];

    public ValueTask<IReadOnlyList<RecordedEvent>> ReadStreamAsync(
        string tenant, string stream, long afterVersion, int limit, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("Streams are read through the feed here.");

    public ValueTask<string?> FindClaimAsync(
        string tenant, string claim, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("Live streams know no claims.");

    /// <summary>What is said to be settled; null: everything.</summary>
    public long? Settled { get; set; }

    public ValueTask<long> ReadSettledAsync(string tenant, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Settled ?? Head);

    public ValueTask<IReadOnlyList<PendingReaction>> ReadPendingReactionsAsync(
        int limit, ReactionKey? after = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("Live streams know no reactions.");

    public ValueTask CompleteReactionsAsync(
        IReadOnlyCollection<ReactionKey> keys, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("Live streams know no reactions.");

    private static RecordedEvent Record(AppendRequest request, int index, long position)
    {
        var added = request.Events[index];
        return new RecordedEvent(
            position,
            request.Tenant,
            request.Stream,
            request.ExpectedVersion + index + 1,
            added.EventId,
            added.Type,
            added.SchemaVersion,
            added.At,
            added.Data)
        {
            Audience = added.Audience,
            Body = added.Body,
            Actor = request.Actor,
        };
    }

    private static bool Matches(FeedQuery query, RecordedEvent e) =>
        (query.Tenant is null || e.Tenant == query.Tenant)
        && ((query.Stream is null && query.Audience is null)
            || (query.Stream is not null && e.Stream == query.Stream)
            || (query.Audience is not null && e.Audience == query.Audience));

    private void Mark(AppendRequest request, long position)
    {
        var key = (request.Tenant, request.Stream);
        if (request.Mark is { Open: true } mark)
        {
            _open.TryAdd(key, new OpenStream(request.Tenant, request.Stream, mark.Category, mark.Group, position));
        }
        else if (request.Mark is not null)
        {
            _open.Remove(key);
        }
    }

    private sealed class Subscription(FakeLog log, long after) : IFeedSubscription
    {
        public long Position { get; private set; } = after;

        public async ValueTask<IReadOnlyList<RecordedEvent>> NextAsync(CancellationToken cancellationToken = default)
        {
            await log.WaitForPositionAsync(Position + 1, cancellationToken);
            RecordedEvent[] next;
            lock (log._gate)
            {
                next = [.. log._events.Skip((int)Position).Take(64)];
            }

            Position = next[^1].Position;
            return log.Misdeliver?.Invoke(next) ?? next;
        }
    }
}
