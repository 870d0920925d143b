using System.Collections.Concurrent;
using SupportGrid.Substitutes.Orleans.Engine.Turns;

namespace SupportGrid.Substitutes.Orleans.Engine.Activations;

/// <summary>Finds the activation of a grain, or makes one.</summary>
internal sealed class ActivationDirectory(GrainEngine engine)
{
    private readonly ConcurrentDictionary<GrainId, Activation> _activations = new();
    private readonly ConcurrentDictionary<GrainId, WorkerGroup> _workers = new();

    internal int Count => _activations.Count + _workers.Values.Sum(group => group.Count);

    /// <summary>All activations, in an order that is the same in every run of a simulation.</summary>
    internal List<Activation> All() =>
    [
        .. _activations.Values.Concat(_workers.Values.SelectMany(group => group.All()))
            .OrderBy(found => found.GrainId),
    ];

    /// <summary>Where calls of a grain go.</summary>
    internal Mailbox Locate(GrainId grainId, out bool isAlwaysSo)
    {
        isAlwaysSo = true;
        if (_activations.TryGetValue(grainId, out var known))
        {
            return known;
        }

        isAlwaysSo = false;
        if (_workers.TryGetValue(grainId, out var group))
        {
            return group.Choose();
        }

        var grainClass = GrainCatalog.ClassOf(grainId.Type);
        if (grainClass.MaxWorkers != 0)
        {
            return _workers.GetOrAdd(grainId, id => new WorkerGroup(engine, grainClass, id)).Choose();
        }

        isAlwaysSo = true;

        engine.ThrowIfNotRunning();
        return _activations.GetOrAdd(grainId, id => new Activation(engine, grainClass, id));
    }

    /// <summary>An activation beside the one that calls find: what a cluster cannot wholly exclude.</summary>
    internal Activation CreateTwin(GrainId grainId) => new(engine, GrainCatalog.ClassOf(grainId.Type), grainId);

    /// <summary>Forgets an ended activation, in favour of its successor if there is one.</summary>
    internal void Replace(Activation ended, Activation? successor)
    {
        if (_workers.TryGetValue(ended.GrainId, out var group))
        {
            group.Replace(ended, successor);
        }
        else if (successor is not null)
        {
            _activations.TryUpdate(ended.GrainId, successor, ended);
        }
        else
        {
            _activations.TryRemove(new KeyValuePair<GrainId, Activation>(ended.GrainId, ended));
        }
    }
}
