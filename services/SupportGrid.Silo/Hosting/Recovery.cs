using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupportGrid.Contracts.Grains;
using SupportGrid.EventStore;
using SupportGrid.Silo.Routing;

namespace SupportGrid.Silo.Hosting;

/// <summary>
/// Takes up what a process that died had under way: reactions first, then every open interaction and signed-in agent,
/// so that their timers run again, then the dispatchers.
/// </summary>
/// <remarks>Doing it twice, or beside another silo that does it too, changes nothing.</remarks>
internal sealed class Recovery(
    IEventStore store,
    IGrainFactory grains,
    OutboxSweeper sweeper,
    IOptions<SiloOptions> options,
    ILogger<Recovery> log)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var swept = await sweeper.SweepAsync(TimeSpan.Zero, cancellationToken);
        var interactions = await store.ListOpenAsync(
            Streams.InteractionCategory, cancellationToken: cancellationToken);
        var agents = await store.ListOpenAsync(Streams.AgentCategory, cancellationToken: cancellationToken);
        await Bounded.ForEachAsync(
            agents,
            options.Value.RecoveryReadsMax,
            a => TryAsync(a, key => grains.GetGrain<IAgentGrain>(key).Read()));
        await Bounded.ForEachAsync(
            interactions,
            options.Value.RecoveryReadsMax,
            i => TryAsync(i, key => grains.GetGrain<IInteractionGrain>(key).Read()));

        var groups = interactions.Concat(agents).Select(o => GrainKeys.Of(o.Tenant, o.Group)).Distinct().ToArray();
        var asleep = new List<Exception>();
        foreach (var group in groups)
        {
            await TryWakeAsync(group, asleep);
        }

        if (asleep.Count > 0)
        {
            throw new AggregateException($"{asleep.Count} of {groups.Length} routing groups do not answer.", asleep);
        }

        SiloLog.Recovered(log, swept, interactions.Count, agents.Count, groups.Length);
    }

    /// <summary>
    /// One dispatcher that does not wake must not keep the others asleep; the whole is done again for its sake.
    /// </summary>
    private async Task TryWakeAsync(string group, List<Exception> asleep)
    {
        try
        {
            await grains.GetGrain<IDispatcherGrain>(group).Wake();
        }
        catch (Exception e)
        {
            asleep.Add(e);
        }
    }

    /// <summary>One stream that cannot be activated must not keep the others from it.</summary>
    private async Task TryAsync(OpenStream open, Func<string, Task> read)
    {
        try
        {
            await read(GrainKeys.Of(open.Tenant, Streams.Parse(open.Stream).Id));
        }
        catch (Exception e)
        {
            SiloLog.ActivationFailed(log, e, open.Category);
        }
    }
}
