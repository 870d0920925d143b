using SupportGrid.Api.V1;
using SupportGrid.Contracts.Grains;
using SupportGrid.Domain.Agents;
using SupportGrid.Gateway.Agents;
using SupportGrid.Gateway.Live.Cursors;
using SupportGrid.Gateway.Live.Folds;
using SupportGrid.Gateway.Live.Log;
using SupportGrid.Gateway.Live.Watching;

namespace SupportGrid.Gateway.Live.Agents;

/// <summary>All agents that the configuration of a tenant names.</summary>
internal sealed class AgentsView : WatchView<WatchAgentsResponse>
{
    private readonly LiveServices _services;
    private readonly TenantFolds<AgentSession> _folds;
    private readonly TenantSnapshot<AgentSession> _snapshot;
    private readonly StreamFolds<AgentSession> _own;
    private readonly string _tenant;

    public AgentsView(LiveServices services, TenantFolds<AgentSession> folds, string tenant)
    {
        _services = services;
        _folds = folds;
        _tenant = tenant;
        _own = new StreamFolds<AgentSession>(FoldRules.Agent, services, tenant, services.AgentCheckpoints);
        _snapshot = new TenantSnapshot<AgentSession>(
            folds.Acquire(tenant), ReadAsync, services.Options.SnapshotReadsMax);
        Interest = new LogInterest(tenant);
        Scope = new CursorScope(tenant, LiveView.Agents, "");
    }

    public override LogInterest Interest { get; }

    public override CursorScope Scope { get; }

    public override async ValueTask<long> ListAsync(
        Outbox<WatchAgentsResponse> output, CancellationToken cancellationToken)
    {
        var configuration = await _services.Grains
            .GetGrain<IConfigurationGrain>(GrainKeys.Configuration(_tenant)).Read();
        await _snapshot.ReadAsync(
            configuration.State.Agents.Keys.Select(Streams.Agent),
            reading => reading.ToProto() is { } agent
                ? output.AddAsync(new WatchAgentsResponse { Agent = agent })
                : ValueTask.CompletedTask,
            cancellationToken);
        return Math.Max(configuration.Position, _snapshot.Position);
    }

    public override async ValueTask FollowAsync(
        LiveEvent item, Outbox<WatchAgentsResponse> output, CancellationToken cancellationToken)
    {
        if (item.Body is not AgentEvent || _snapshot.HasShown(item.Stream, item.Version, item.Position))
        {
            return;
        }

        if (item.SharedPart is not Agent shared)
        {
            var state = item.StateAfter as AgentSession ?? (await _own.AfterAsync(item, cancellationToken)).State;

            // Administration has taken the agent away: a client sees that no session and no profile is left.
            shared = state.ToProto(item.Version)
                ?? new Agent { AgentId = Streams.Parse(item.Stream).Id, Version = item.Version };
            item.SharedPart = shared;
        }

        await output.AddAsync(new WatchAgentsResponse { Agent = shared });
    }

    public override WatchAgentsResponse Synced() => new() { Synced = new Synced() };

    public override WatchAgentsResponse Bookmark() => new() { Bookmark = new Bookmark() };

    public override void Stamp(WatchAgentsResponse response, string cursor) => response.Cursor = cursor;

    public override ValueTask DisposeAsync()
    {
        _folds.Release(_tenant);
        return ValueTask.CompletedTask;
    }

    private Task<Reading<AgentSession>> ReadAsync(string stream) =>
        _services.Grains.GetGrain<IAgentGrain>(GrainKeys.Of(_tenant, Streams.Parse(stream).Id)).Read();
}
