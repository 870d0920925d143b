namespace SupportGrid.Substitutes.Orleans.Engine.Activations;

/// <summary>
/// Ends activations that were idle for their collection age. It looks for them only while there are any.
/// </summary>
internal sealed class IdleCollector(GrainEngine engine) : IDisposable
{
    private readonly Lock _gate = new();
    private ITimer? _timer;
    private bool _isWatching;
    private bool _isStopped;

    /// <summary>There is an activation now.</summary>
    internal void Watch()
    {
        lock (_gate)
        {
            if (_isWatching || _isStopped)
            {
                return;
            }

            _isWatching = true;
            if (_timer is null)
            {
                _timer = engine.CreateTimer(Look, engine.Collection.CollectionQuantum);
            }
            else
            {
                _timer.Change(engine.Collection.CollectionQuantum, Timeout.InfiniteTimeSpan);
            }
        }
    }

    /// <summary>
    /// Ends what was idle for longer than <paramref name="age"/>, or than its own collection age if that is null.
    /// </summary>
    internal void Collect(TimeSpan? age)
    {
        foreach (var activation in engine.Directory.All())
        {
            activation.CollectIfIdle(age ?? engine.CollectionAgeOf(activation.Class));
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _isStopped = true;
            _timer?.Dispose();
        }
    }

    private void Look()
    {
        Collect(null);
        lock (_gate)
        {
            _isWatching = false;
        }

        if (engine.Directory.Count != 0)
        {
            Watch();
        }
    }
}
