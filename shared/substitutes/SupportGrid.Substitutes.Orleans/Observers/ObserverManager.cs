using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;

namespace Orleans.Utilities;

/// <summary>
/// A grain's subscribers. A subscriber expires unless it subscribes again, and goes when a call to it fails.
/// </summary>
/// <typeparam name="TIdentity">What tells subscribers apart.</typeparam>
/// <typeparam name="TObserver">The observer interface.</typeparam>
/// <remarks>Not thread safe: it belongs to one grain.</remarks>
[SuppressMessage("Naming", "CA1710", Justification = "The name is that of the original.")]
public class ObserverManager<TIdentity, TObserver> : IEnumerable<TObserver>
    where TIdentity : notnull
{
    private readonly Dictionary<TIdentity, Entry> _entries = [];
    private readonly ILogger _log;

    /// <summary>Subscribers expire <paramref name="expiration"/> after they last subscribed.</summary>
    public ObserverManager(TimeSpan expiration, ILogger log)
    {
        ExpirationDuration = expiration;
        _log = log;
    }

    /// <summary>The clock, in UTC. Give it the grain's time provider in tests.</summary>
    public Func<DateTime> GetDateTime { get; set; } = () => DateTime.UtcNow;

    /// <summary>How long a subscription lasts.</summary>
    public TimeSpan ExpirationDuration { get; set; }

    /// <summary>How many subscribers there are, the expired ones that were not cleared yet included.</summary>
    public int Count => _entries.Count;

    /// <summary>The subscribers.</summary>
    public IReadOnlyDictionary<TIdentity, TObserver> Observers =>
        _entries.ToDictionary(entry => entry.Key, entry => entry.Value.Observer);

    /// <summary>Removes all subscribers.</summary>
    public void Clear() => _entries.Clear();

    /// <summary>Adds a subscriber, or renews it.</summary>
    public void Subscribe(TIdentity id, TObserver observer) => _entries[id] = new Entry(observer, GetDateTime());

    /// <summary>Removes a subscriber.</summary>
    public void Unsubscribe(TIdentity id) => _entries.Remove(id);

    /// <summary>
    /// Calls every subscriber that the predicate admits and waits for all; those that fail are removed.
    /// </summary>
    public async Task Notify(Func<TObserver, Task> notification, Func<TObserver, bool>? predicate = null)
    {
        List<TIdentity>? defunct = null;
        foreach (var (id, observer) in Admitted(predicate, ref defunct))
        {
            try
            {
                await notification(observer);
            }
#pragma warning disable CA1031 // One subscriber's failure, of any kind, must not keep the news from the others.
            catch (Exception error)
#pragma warning restore CA1031
            {
                Fail(id, error, ref defunct);
            }
        }

        Remove(defunct);
    }

    /// <summary>Calls every subscriber that the predicate admits; those that fail at once are removed.</summary>
    public void Notify(Action<TObserver> notification, Func<TObserver, bool>? predicate = null)
    {
        List<TIdentity>? defunct = null;
        foreach (var (id, observer) in Admitted(predicate, ref defunct))
        {
            try
            {
                notification(observer);
            }
#pragma warning disable CA1031 // As above.
            catch (Exception error)
#pragma warning restore CA1031
            {
                Fail(id, error, ref defunct);
            }
        }

        Remove(defunct);
    }

    /// <summary>Removes the subscribers that did not subscribe again in time.</summary>
    public void ClearExpired() => Remove([.. _entries.Where(IsExpired).Select(entry => entry.Key)]);

    /// <inheritdoc/>
    public virtual IEnumerator<TObserver> GetEnumerator() =>
        _entries.Values.Select(entry => entry.Observer).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private bool IsExpired(KeyValuePair<TIdentity, Entry> entry) =>
        entry.Value.LastSeen + ExpirationDuration < GetDateTime();

    private List<(TIdentity Id, TObserver Observer)> Admitted(
        Func<TObserver, bool>? predicate, ref List<TIdentity>? defunct)
    {
        var admitted = new List<(TIdentity, TObserver)>(_entries.Count);
        foreach (var entry in _entries)
        {
            if (IsExpired(entry))
            {
                (defunct ??= []).Add(entry.Key);
            }
            else if (predicate is null || predicate(entry.Value.Observer))
            {
                admitted.Add((entry.Key, entry.Value.Observer));
            }
        }

        return admitted;
    }

    private void Fail(TIdentity id, Exception error, ref List<TIdentity>? defunct)
    {
        (defunct ??= []).Add(id);
        _log.LogDebug(error, "Observer {Id} failed and is removed.", id);
    }

    private void Remove(List<TIdentity>? ids)
    {
        foreach (var id in ids ?? [])
        {
            _entries.Remove(id);
        }
    }

    private readonly record struct Entry(TObserver Observer, DateTime LastSeen);
}
