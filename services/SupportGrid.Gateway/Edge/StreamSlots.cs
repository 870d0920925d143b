using SupportGrid.Gateway.Identity;

namespace SupportGrid.Gateway.Edge;

/// <summary>How many streams a tenant and a subject hold open.</summary>
public sealed class StreamSlots(GatewayOptions options)
{
    /// <summary>When it is worth trying again.</summary>
    public static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    private readonly Lock _counting = new();
    private readonly Dictionary<string, int> _tenants = [];
    private readonly Dictionary<(string Tenant, string Subject), int> _subjects = [];

    /// <summary>Takes a slot; dispose it when the stream ends.</summary>
    /// <returns>Null when there is none left.</returns>
    public IDisposable? Take(Caller caller)
    {
        lock (_counting)
        {
            var ofTenant = _tenants.GetValueOrDefault(caller.Tenant);
            var ofSubject = _subjects.GetValueOrDefault((caller.Tenant, caller.Subject));
            if (ofTenant >= options.TenantStreamsMax || ofSubject >= options.SubjectStreamsMax)
            {
                return null;
            }

            _tenants[caller.Tenant] = ofTenant + 1;
            _subjects[(caller.Tenant, caller.Subject)] = ofSubject + 1;
            return new Slot(this, caller);
        }
    }

    private void Give(Caller caller)
    {
        lock (_counting)
        {
            Lower(_tenants, caller.Tenant);
            Lower(_subjects, (caller.Tenant, caller.Subject));
        }
    }

    private static void Lower<TKey>(Dictionary<TKey, int> counts, TKey key)
        where TKey : notnull
    {
        if (--counts[key] == 0)
        {
            counts.Remove(key);
        }
    }

    private sealed class Slot(StreamSlots slots, Caller caller) : IDisposable
    {
        private int _given;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _given, 1) == 0)
            {
                slots.Give(caller);
            }
        }
    }
}
