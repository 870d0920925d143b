using SupportGrid.Contracts.Grains;
using SupportGrid.Domain.Agents;
using SupportGrid.Domain.Configurations;
using SupportGrid.Domain.Queues;
using SupportGrid.Gateway.Agents;
using SupportGrid.Gateway.Interactions;
using V1 = SupportGrid.Api.V1;

namespace SupportGrid.Gateway.Desk;

/// <summary>What a desk has to choose from, and how it stands there.</summary>
public sealed class DeskChoices(IGrainFactory grains, TimeProvider clock)
{
    /// <summary>Agents that a list of targets has at most; who looks for another one types more of the name.</summary>
    private const int AgentsMax = 50;

    /// <summary>Sessions that are read to find them.</summary>
    private const int SessionsReadMax = 500;

    public async Task<V1.GetDeskOptionsResponse> Options(string tenant, string agent)
    {
        var configuration = await Configuration(tenant);
        var response = new V1.GetDeskOptionsResponse();
        response.Presences.Add(new V1.PresenceOption { Key = PresenceReason.Online, TakesWork = true });
        response.Presences.AddRange(configuration.Presences.Values.Select(p => new V1.PresenceOption
        {
            Key = p.Key, DisplayName = p.DisplayName, TakesWork = p.TakesWork,
        }));
        response.Queues.AddRange(configuration.Queues.Values.Select(ToOption));
        if (configuration.Agents.TryGetValue(agent, out var profile))
        {
            response.CapacityUnits = profile.Capacity.Units;
            response.Channels.AddRange(profile.Capacity.Channels.Select(c => new V1.ChannelOption
            {
                Channel = c.Key.ToProto(), Cost = c.Value.Cost, Limit = c.Value.Limit,
            }));
        }

        return response;
    }

    /// <param name="self">Who asks: nobody transfers to themselves.</param>
    public async Task<V1.ListTransferTargetsResponse> Targets(
        string tenant, string self, V1.ListTransferTargetsRequest request)
    {
        var configuration = await Configuration(tenant);
        var now = clock.GetUtcNow();
        var queues = await Task.WhenAll(configuration.Queues.Values.Select(policy => Target(tenant, policy, now)));
        var response = new V1.ListTransferTargetsResponse { AsOf = now.ToProto() };
        response.Queues.AddRange(queues);
        if (configuration.Queues.TryGetValue(request.Queue, out var queue))
        {
            var found = configuration.Agents.Values
                .Where(a => a.Agent != self && Serves(a, queue) && IsCalled(a, request.Search))
                .Take(SessionsReadMax);
            var sessions = await Task.WhenAll(
                found.Select(a => grains.GetGrain<IAgentGrain>(GrainKeys.Of(tenant, a.Agent)).Read()));
            response.Agents.AddRange(sessions.Select(s => s.ToProto()).OfType<V1.Agent>()
                .OrderByDescending(a => a.SignedIn)
                .ThenByDescending(a => a.TakesWork)
                .ThenBy(a => a.DisplayName, StringComparer.Ordinal)
                .Take(AgentsMax)
                .Select(ToTarget));
        }

        return response;
    }

    private static bool Serves(AgentProfile agent, QueuePolicy queue) =>
        agent.RoutingGroup == queue.RoutingGroup && (agent.Queues.IsEmpty || agent.Queues.Contains(queue.Queue));

    private static bool IsCalled(AgentProfile agent, string text) =>
        agent.DisplayName.Contains(text, StringComparison.OrdinalIgnoreCase)
        || agent.Agent.Contains(text, StringComparison.OrdinalIgnoreCase);

    private static V1.QueueOption ToOption(QueuePolicy policy)
    {
        var option = new V1.QueueOption
        {
            Queue = policy.Queue,
            DisplayName = policy.DisplayName,
            WrapUpMode = ToProto(policy.WrapUp.Mode),
            OfferTimeout = policy.OfferTimeout.ToProto(),
        };
        option.WrapUpCodes.AddRange(policy.WrapUp.Codes);
        return option;
    }

    private static V1.WrapUpMode ToProto(WrapUpMode mode) => mode switch
    {
        WrapUpMode.None => V1.WrapUpMode.None,
        WrapUpMode.Optional => V1.WrapUpMode.Optional,
        WrapUpMode.Timed => V1.WrapUpMode.Timed,
        WrapUpMode.Forced => V1.WrapUpMode.Forced,
        _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "A mode that the API does not know."),
    };

    private static V1.AgentTarget ToTarget(V1.Agent agent) => new()
    {
        AgentId = agent.AgentId,
        DisplayName = agent.DisplayName,
        SignedIn = agent.SignedIn,
        Presence = agent.Presence,
        TakesWork = agent.TakesWork,
        RoutingStatus = agent.RoutingStatus,
        CapacityUnits = agent.CapacityUnits,
        UnitsTaken = agent.UnitsTaken,
    };

    private async Task<V1.QueueTarget> Target(string tenant, QueuePolicy policy, DateTimeOffset now)
    {
        var dispatcher = grains.GetGrain<IDispatcherGrain>(GrainKeys.Of(tenant, policy.RoutingGroup));
        var line = await dispatcher.GetLine(policy.Queue, 1);
        return new V1.QueueTarget
        {
            Queue = policy.Queue,
            DisplayName = policy.DisplayName,
            Waiting = line.Waiting,
            WaitP50 = line.WaitP50.ToProto(),
            WaitP90 = line.WaitP90.ToProto(),
            Estimator = line.Estimator,
            IsOpen = policy.Hours.IsOpen(now),
        };
    }

    private async Task<Configuration> Configuration(string tenant) =>
        (await grains.GetGrain<IConfigurationGrain>(GrainKeys.Configuration(tenant)).Read()).State;
}
