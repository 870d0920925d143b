using SupportGrid.Contracts.Grains;
using SupportGrid.Domain.Agents;
using SupportGrid.Domain.Queues;
using SupportGrid.EventSourcing;

namespace SupportGrid.Silo.Routing;

/// <content>Taking up what is open, so that nothing that waits is forgotten.</content>
public sealed partial class DispatcherGrain
{
    /// <summary>
    /// Reads the group's policies, agents and interactions. Word that arrives meanwhile is taken in as well: versions
    /// decide which is newer. Tries until it succeeds; never throws.
    /// </summary>
    private async Task RebuildAsync()
    {
        await Task.Yield();
        while (!_isStopped)
        {
            try
            {
                await ReadGroupAsync();
                _isRebuilt = true;
                Drive();
                return;
            }
            catch (Exception e)
            {
                SiloLog.RebuildFailed(log, e, _group);
                await this.PauseAsync(TimeSpan.FromMilliseconds(options.Value.RebuildRetryMs));
            }
        }
    }

    private async Task ReadGroupAsync()
    {
        var configuration = await GrainFactory
            .GetGrain<IConfigurationGrain>(GrainKeys.Configuration(_tenant)).Read();
        foreach (var policy in configuration.State.Queues.Values.Where(p => p.RoutingGroup == _group))
        {
            SetPolicy(policy);
        }

        var atOnce = options.Value.RecoveryReadsMax;
        var agents = await store.ListOpenAsync(Streams.AgentCategory, _tenant, _group);
        await Bounded.ForEachAsync(agents, atOnce, a => ReadAgentAsync(Streams.Parse(a.Stream).Id));
        var interactions = await store.ListOpenAsync(Streams.InteractionCategory, _tenant, _group);
        await Bounded.ForEachAsync(interactions, atOnce, i => ReadAsync(Streams.Parse(i.Stream).Id));
        SiloLog.Rebuilt(log, _group, interactions.Count, agents.Count);
    }

    /// <summary>
    /// An agent who cannot be read gets no offers until there is word of them; others must not wait for that.
    /// </summary>
    private async Task ReadAgentAsync(string agent)
    {
        try
        {
            var reading = await GrainFactory.GetGrain<IAgentGrain>(GrainKeys.Of(_tenant, agent)).Read();
            if (AgentRouting.ToAvailability(reading.State, reading.Version) is { } availability
                && availability.Profile.RoutingGroup == _group)
            {
                TakeIn(availability);
            }
        }
        catch (Exception e)
        {
            SiloLog.AgentUnreadable(log, e);
        }
    }

    /// <summary>The policy of a queue that has waiting items but of which no word has come. Never throws.</summary>
    private async Task FetchPolicyAsync(string queue)
    {
        try
        {
            var reading = await GrainFactory.GetGrain<IQueueGrain>(GrainKeys.Of(_tenant, queue)).Read();
            if (reading.State is QueueState.Defined { Policy: var policy })
            {
                SetPolicy(policy);
            }
        }
        catch (Exception e)
        {
            // The next interaction of the queue asks again, and the policy's own word is still to come.
            SiloLog.PolicyUnreadable(log, e, queue);
        }
    }
}
