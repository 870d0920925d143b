using SupportGrid.EventStore;
using SupportGrid.Substitutes.Orleans.Simulation;

namespace SupportGrid.Simulation.Tests.World;

/// <summary>
/// What the disk may do to appends: it is slow, it fails before anything is written, or it fails after everything was
/// and nobody is told. Reads and the outbox stay as they are.
/// </summary>
internal sealed class StoreWeather(Centre centre, SimulatedRandom random, IEventStore inner) : IEventStore
{
    public async ValueTask<AppendResult> AppendAsync(AppendRequest request, CancellationToken cancellationToken = default)
    {
        if (centre.IsDraining)
        {
            return await inner.AppendAsync(request, cancellationToken);
        }

        if (random.Chance(centre.Scenario.SlowStoreChance))
        {
            await centre.PauseAsync(TimeSpan.FromMilliseconds(random.Next(1, 2_000)));
        }

        if (!random.Chance(centre.Scenario.FailingStoreChance))
        {
            return await inner.AppendAsync(request, cancellationToken);
        }

        if (random.Chance(0.5))
        {
            await inner.AppendAsync(request, cancellationToken);
        }

        centre.NoteStoreFailure();
        throw new EventStoreUnavailableException("The disk failed on purpose.", isRetryable: true);
    }

    public ValueTask<IReadOnlyList<PendingReaction>> ReadPendingReactionsAsync(
        int limit, ReactionKey? after = null, CancellationToken cancellationToken = default) =>
        inner.ReadPendingReactionsAsync(limit, after, cancellationToken);

    public ValueTask CompleteReactionsAsync(
        IReadOnlyCollection<ReactionKey> keys, CancellationToken cancellationToken = default) =>
        inner.CompleteReactionsAsync(keys, cancellationToken);

    public ValueTask<IReadOnlyList<RecordedEvent>> ReadStreamAsync(
        string tenant, string stream, long afterVersion, int limit, CancellationToken cancellationToken = default) =>
        inner.ReadStreamAsync(tenant, stream, afterVersion, limit, cancellationToken);

    public ValueTask<string?> FindClaimAsync(
        string tenant, string claim, CancellationToken cancellationToken = default) =>
        inner.FindClaimAsync(tenant, claim, cancellationToken);

    public ValueTask<IReadOnlyList<OpenStream>> ListOpenAsync(
        string category, string? tenant = null, string? group = null, CancellationToken cancellationToken = default) =>
        inner.ListOpenAsync(category, tenant, group, cancellationToken);

    public ValueTask<IReadOnlyList<OpenStream>> ListOpenAfterAsync(
        string category, string tenant, long after, int limit, CancellationToken cancellationToken = default) =>
        inner.ListOpenAfterAsync(category, tenant, after, limit, cancellationToken);

    public ValueTask<long> ReadSettledAsync(string tenant, CancellationToken cancellationToken = default) =>
        inner.ReadSettledAsync(tenant, cancellationToken);

    public ValueTask ProbeAsync(CancellationToken cancellationToken = default) => inner.ProbeAsync(cancellationToken);
}
