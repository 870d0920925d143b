using SupportGrid.Contracts.Grains;
using SupportGrid.EventStore;
using SupportGrid.Gateway.Live.Log;

namespace SupportGrid.Gateway.Live.Folds;

/// <summary>
/// One stream of the log folded up to one of its versions. What is missing between two events it reads from the log, so
/// that the state after an event is always the same, whoever asks and from where they came.
/// </summary>
internal sealed class StreamFold<TState>(
    FoldRule<TState> rule,
    LiveServices services,
    string tenant,
    string stream,
    FoldCheckpoints<TState>? checkpoints = null)
{
    public TState State { get; private set; } = rule.Initial;

    public long Version { get; private set; }

    /// <summary>Position of the last event that is folded; 0 if none is.</summary>
    public long Position { get; private set; }

    /// <summary>Starts from a state that an actor gave.</summary>
    public void Seed(Reading<TState> reading)
    {
        State = reading.State;
        Version = reading.Version;
        Position = reading.Position;
        checkpoints?.Offer(tenant, stream, reading);
    }

    /// <summary>Folds an event of this stream and whatever lies between.</summary>
    /// <returns>False when it was folded before.</returns>
    /// <exception cref="LogTrimmedException">What lies between is not kept any more.</exception>
    public async ValueTask<bool> ApplyAsync(LiveEvent item, CancellationToken cancellationToken)
    {
        if (item.Version <= Version)
        {
            return false;
        }

        if (item.Version > Version + 1)
        {
            await AdvanceAsync(item.Position - 1, cancellationToken);
        }

        Apply(item);
        return true;
    }

    /// <summary>Folds everything of this stream up to a position of the log.</summary>
    /// <exception cref="LogTrimmedException">
    /// A part of it is not kept any more, or it is more than a stream may fold.
    /// </exception>
    public async ValueTask AdvanceAsync(long upTo, CancellationToken cancellationToken)
    {
        if (checkpoints?.Find(tenant, stream, upTo) is { } near && near.Version > Version)
        {
            Seed(near);
        }

        var after = Position;
        var begin = Version;
        while (after < upTo)
        {
            var query = new FeedQuery(after, services.Options.RefillPageEventsMax)
            {
                UpTo = upTo,
                Tenant = tenant,
                Stream = stream,
            };
            var page = await services.Feed.ReadAsync(query, cancellationToken);
            foreach (var recorded in page.Events)
            {
                Apply(new LiveEvent(recorded, services.Codec));
            }

            if (Version - begin > services.Options.FoldEventsMax)
            {
                throw new LogTrimmedException(after, upTo);
            }

            after = page.Through;
            if (page.IsLast)
            {
                return;
            }
        }
    }

    private void Apply(LiveEvent item)
    {
        if (item.Version != Version + 1)
        {
            throw new LogTrimmedException(Position, item.Position);
        }

        State = rule.Evolve(State, item.Body);
        Version = item.Version;
        Position = item.Position;
        if (checkpoints is not null && Version % FoldCheckpoints<TState>.Spacing == 0)
        {
            checkpoints.Offer(tenant, stream, new Reading<TState>(State, Version, Position));
        }
    }
}
