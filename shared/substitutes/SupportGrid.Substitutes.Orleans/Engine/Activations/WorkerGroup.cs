namespace SupportGrid.Substitutes.Orleans.Engine.Activations;

/// <summary>The activations of one stateless worker.</summary>
internal sealed class WorkerGroup(GrainEngine engine, GrainClass grainClass, GrainId grainId)
{
    private readonly Lock _gate = new();
    private readonly List<Activation> _workers = [];

    internal int Count
    {
        get
        {
            lock (_gate)
            {
                return _workers.Count;
            }
        }
    }

    internal IReadOnlyList<Activation> All()
    {
        lock (_gate)
        {
            return [.. _workers];
        }
    }

    /// <summary>An idle worker; else a new one if there may be more; else the one with the least to do.</summary>
    internal Activation Choose()
    {
        lock (_gate)
        {
            var least = _workers.MinBy(worker => worker.Load);
            if (least is not null && (least.Load == 0 || _workers.Count >= grainClass.MaxWorkers))
            {
                return least;
            }

            engine.ThrowIfNotRunning();
            var added = new Activation(engine, grainClass, grainId);
            _workers.Add(added);
            return added;
        }
    }

    internal void Replace(Activation ended, Activation? successor)
    {
        lock (_gate)
        {
            _workers.Remove(ended);
            if (successor is not null)
            {
                _workers.Add(successor);
            }
        }
    }
}
