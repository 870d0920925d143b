using System.Collections.Concurrent;
using System.Globalization;

namespace SupportGrid.Substitutes.Orleans.Engine.Observers;

/// <summary>Finds the objects behind observer references. It holds them weakly.</summary>
internal sealed class ObserverRegistry(GrainEngine engine)
{
    private static readonly GrainType s_type = GrainType.Create("sys.observer");

    private readonly ConcurrentDictionary<GrainId, ObserverMailbox> _observers = new();
    private long _lastNumber;

    internal static bool IsObserver(GrainId grainId) => grainId.Type == s_type;

    /// <summary>A new identity for the object.</summary>
    internal GrainId Add(IGrainObserver observer)
    {
        if (observer is GrainReference or IGrainBase)
        {
            throw new ArgumentException("A grain has references already: use AsReference.", nameof(observer));
        }

        var number = Interlocked.Increment(ref _lastNumber);
        var id = GrainId.Create(s_type, number.ToString(CultureInfo.InvariantCulture));
        _observers[id] = new ObserverMailbox(engine, id, observer);
        return id;
    }

    internal void Remove(GrainId id)
    {
        if (_observers.TryRemove(id, out var removed))
        {
            removed.Close();
        }
    }

    /// <exception cref="ClientNotAvailableException">The object was removed or collected.</exception>
    internal ObserverMailbox Locate(GrainId id)
    {
        if (_observers.TryGetValue(id, out var known) && known.IsAlive)
        {
            return known;
        }

        Remove(id);
        throw new ClientNotAvailableException($"Observer {id} is gone.");
    }
}
