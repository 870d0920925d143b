using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupportGrid.Contracts.Grains;
using SupportGrid.Domain.Empathy;

namespace SupportGrid.Silo.Empathy;

/// <summary>
/// The kinds of cues that each tenant's record has silenced, as this process knows them. In the process that holds the
/// record it is told at once; any other asks again when what it knows is too old.
/// </summary>
/// <remarks>
/// What an interaction decided by goes into its command, and what it decided into its events: folding the log never
/// asks here.
/// </remarks>
public sealed class SilencedCues(IOptions<SiloOptions> options, ILogger<SilencedCues> log)
{
    private readonly ConcurrentDictionary<string, Known> _tenants = new(StringComparer.Ordinal);

    /// <summary>What is known at the moment; nothing before the first <see cref="FreshAsync"/>.</summary>
    public ImmutableArray<CueKind> Of(string tenant) => _tenants.TryGetValue(tenant, out var known) ? known.Kinds : [];

    public void Put(string tenant, ImmutableArray<CueKind> kinds, DateTimeOffset at) =>
        _tenants[tenant] = new Known(kinds, at);

    /// <summary>
    /// Asks the record if nothing is known, or too long ago. A record that cannot be read holds nobody up: what is
    /// known stays in force, and it is asked again after the same time.
    /// </summary>
    public async ValueTask FreshAsync(string tenant, IGrainFactory grains, DateTimeOffset now)
    {
        if (_tenants.TryGetValue(tenant, out var known)
            && now - known.At < TimeSpan.FromSeconds(options.Value.SilencedCuesRefreshSeconds))
        {
            return;
        }

        try
        {
            var reading = await grains.GetGrain<ICueLedgerGrain>(GrainKeys.CueLedger(tenant)).Read();
            Put(tenant, reading.Ledger.Silenced, now);
        }
        catch (Exception e)
        {
            SiloLog.CueLedgerUnreadable(log, e);
            Put(tenant, Of(tenant), now);
        }
    }

    private sealed record Known(ImmutableArray<CueKind> Kinds, DateTimeOffset At);
}
