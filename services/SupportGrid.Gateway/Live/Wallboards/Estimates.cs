using System.Collections.Immutable;
using SupportGrid.Contracts.Grains;
using SupportGrid.Gateway.Live.Log;
using SupportGrid.Gateway.Live.Polls;

namespace SupportGrid.Gateway.Live.Wallboards;

/// <summary>Estimated waits of a tenant's queues, as its dispatchers give them.</summary>
internal sealed class Estimates(LiveServices services)
{
    public static readonly ImmutableDictionary<string, QueueLine> None =
        ImmutableDictionary.Create<string, QueueLine>(StringComparer.Ordinal);

    private readonly SharedPolls<string, ImmutableDictionary<string, QueueLine>> _polls = new(
        async (tenant, _) => await ReadAsync(services, tenant),
        TimeSpan.FromMilliseconds(services.Options.EstimateRefreshMs),
        services.Clock,
        services.Log);

    public PollMember<ImmutableDictionary<string, QueueLine>> Join(string tenant, WakeSignal wake) =>
        _polls.Join(tenant, "", wake);

    private static async Task<ImmutableDictionary<string, QueueLine>> ReadAsync(LiveServices services, string tenant)
    {
        var configuration = await services.Grains
            .GetGrain<IConfigurationGrain>(GrainKeys.Configuration(tenant)).Read();
        var lines = None.ToBuilder();
        foreach (var part in configuration.State.Queues.Values.Chunk(services.Options.SnapshotReadsMax))
        {
            var read = await Task.WhenAll(part.Select(policy => services.Grains
                .GetGrain<IDispatcherGrain>(GrainKeys.Of(tenant, policy.RoutingGroup)).GetLine(policy.Queue, 1)));
            lines.AddRange(read.Select(static line => KeyValuePair.Create(line.Queue, line)));
        }

        return lines.ToImmutable();
    }
}
