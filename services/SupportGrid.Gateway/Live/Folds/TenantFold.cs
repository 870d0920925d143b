using Microsoft.Extensions.Logging;
using SupportGrid.Contracts.Grains;
using SupportGrid.Gateway.Live.Log;

namespace SupportGrid.Gateway.Live.Folds;

/// <summary>
/// Folds one category of a tenant's streams once for all clients that watch them. It knows the streams that a snapshot
/// has seeded and those that began while it listened; for others each client folds for itself.
/// </summary>
/// <remarks>The hub applies events; snapshots seed and look up at the same time.</remarks>
internal sealed class TenantFold<TState>(
    string category,
    FoldRule<TState> rule,
    Func<TState, bool> isOver,
    ILogger log,
    Action<string, Reading<TState>>? remember = null) : ITenantFold
    where TState : class
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Reading<TState>> _known = new(StringComparer.Ordinal);

    // Versions that went by while the stream was not known: a reading that is older than that would never catch up.
    private readonly Dictionary<string, long> _missed = new(StringComparer.Ordinal);
    private readonly string _prefix = category + "/";

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _known.Count;
            }
        }
    }

    public void Apply(LiveEvent item)
    {
        if (!item.Stream.StartsWith(_prefix, StringComparison.Ordinal))
        {
            return;
        }

        lock (_gate)
        {
            var known = _known.GetValueOrDefault(item.Stream);
            var version = known?.Version ?? 0;
            var before = known?.State ?? rule.Initial;
            if (item.Version == version + 1 && TryEvolve(before, item) is { } state)
            {
                item.StateBefore = before;
                Keep(item, state);
            }
            else if (item.Version > version)
            {
                _known.Remove(item.Stream);
                _missed[item.Stream] = item.Version;
            }
        }
    }

    /// <summary>The state of a stream as of the hub's position or later, if it is known here.</summary>
    public Reading<TState>? Find(string stream)
    {
        lock (_gate)
        {
            return _known.GetValueOrDefault(stream);
        }
    }

    /// <summary>Takes a state that an actor gave, unless something newer went by already.</summary>
    public void Seed(string stream, Reading<TState> reading)
    {
        lock (_gate)
        {
            if (isOver(reading.State)
                || reading.Version < _missed.GetValueOrDefault(stream)
                || reading.Version <= (_known.GetValueOrDefault(stream)?.Version ?? 0))
            {
                return;
            }

            _missed.Remove(stream);
            _known[stream] = reading;
        }

        remember?.Invoke(stream, reading);
    }

    private void Keep(LiveEvent item, TState state)
    {
        item.StateAfter = state;
        if (isOver(state))
        {
            _known.Remove(item.Stream);
        }
        else
        {
            var reading = new Reading<TState>(state, item.Version, item.Position);
            _known[item.Stream] = reading;
            if (item.Version % FoldCheckpoints<TState>.Spacing == 0)
            {
                remember?.Invoke(item.Stream, reading);
            }
        }
    }

    private TState? TryEvolve(TState state, LiveEvent item)
    {
        try
        {
            return rule.Evolve(state, item.Body);
        }
        catch (Exception broken)
        {
            // The hub serves everybody else too. Clients that watch this stream meet the same error and end with it.
            LiveLog.EventNotFolded(log, item.Position, item.Recorded.Type, broken);
            return null;
        }
    }
}
