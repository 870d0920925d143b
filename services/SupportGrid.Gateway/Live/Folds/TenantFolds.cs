using SupportGrid.Gateway.Live.Log;

namespace SupportGrid.Gateway.Live.Folds;

/// <summary>
/// The shared folds of the tenants that somebody watches; the last watcher of a tenant takes its fold along.
/// </summary>
internal sealed class TenantFolds<TState>(LogHub hub, Func<string, TenantFold<TState>> create)
    where TState : class
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Shared> _tenants = new(StringComparer.Ordinal);

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _tenants.Count;
            }
        }
    }

    /// <summary>The fold of a tenant; give it back with <see cref="Release"/>.</summary>
    public TenantFold<TState> Acquire(string tenant)
    {
        lock (_gate)
        {
            if (!_tenants.TryGetValue(tenant, out var shared))
            {
                _tenants.Add(tenant, shared = new Shared(create(tenant)));
                hub.Add(tenant, shared.Fold);
            }

            shared.Watchers++;
            return shared.Fold;
        }
    }

    public void Release(string tenant)
    {
        lock (_gate)
        {
            if (_tenants.TryGetValue(tenant, out var shared) && --shared.Watchers == 0)
            {
                _tenants.Remove(tenant);
                hub.Remove(tenant, shared.Fold);
            }
        }
    }

    private sealed class Shared(TenantFold<TState> fold)
    {
        public TenantFold<TState> Fold { get; } = fold;

        public int Watchers { get; set; }
    }
}
