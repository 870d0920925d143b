using Microsoft.Extensions.Options;
using SupportGrid.Contracts.Grains;
using SupportGrid.Domain;
using SupportGrid.Domain.Agents;
using SupportGrid.EventSourcing;
using SupportGrid.EventStore;
using static SupportGrid.Domain.Agents.AgentSession;

namespace SupportGrid.Silo.Agents;

/// <summary>One agent's session.</summary>
/// <remarks>
/// Desk streams are renewed in memory only. A stream that is not renewed for <c>DeskRenewalsMissedMax</c> intervals
/// counts as closed; after activation every known one counts as just renewed, so that a restart closes nothing early.
/// </remarks>
public sealed class AgentGrain(
    EventSourcingServices services,
    IOptions<SiloOptions> options,
    [PersistentState("agent", SnapshotStorage.Name)] IPersistentState<StreamSnapshot> snapshot)
    : EventSourcedGrain<AgentDecider, AgentSession, AgentCommand, AgentEvent>(services, snapshot), IAgentGrain
{
    private readonly DeskRenewals _renewals = new();
    private IGrainTimer? _renewalTimer;

    private TimeSpan Grace => TimeSpan.FromSeconds(options.Value.DeskGraceSeconds);

    protected override string StreamName => Streams.Agent(Id);

    protected override int SnapshotFormat => 2;

    public Task<CommandReply> Execute(AgentCommand command, CommandMeta meta) =>
        command is ConnectDesk connect ? ConnectAsync(connect, meta) : HandleAsync(command, meta);

    public Task<bool> Renew(string connectionId) => Task.FromResult(_renewals.Renew(connectionId, Now));

    public Task<Reading<AgentSession>> Read() => ReadAsync();

    /// <summary>How long a session may be without a desk is set here and nowhere else.</summary>
    protected override AgentCommand Stamp(AgentCommand command, DateTimeOffset at) => command switch
    {
        SignIn c => c with { Grace = Grace, At = at },
        DisconnectDesk c => c with { Grace = Grace, At = at },
        _ => command with { At = at },
    };

    protected override DateTimeOffset InstantOf(AgentEvent @event) => @event.At;

    protected override IReadOnlyList<Reaction> React(
        AgentSession before, AgentEvent @event, AgentSession after, long version) =>
        AgentReactions.React(before, @event, after, version);

    protected override StreamMark? MarkOf(AgentSession before, AgentSession after)
    {
        var (was, now) = (SignedOnGroup(before), SignedOnGroup(after));
        return was == now ? null : new StreamMark(Streams.AgentCategory, now ?? was!, now is not null);
    }

    protected override (DateTimeOffset Due, AgentCommand Command)? DeadlineOf(AgentSession state) =>
        state is SignedOn { Connection: { Open.IsEmpty: true, GraceUntil: { } until } } ? (until, new EndGrace(until)) : null;

    protected override void OnChanged()
    {
        _renewals.Keep(State is SignedOn s ? s.Connection.Open : [], Now);
        if (_renewals.IsEmpty)
        {
            _renewalTimer?.Dispose();
            _renewalTimer = null;
            return;
        }

        var interval = TimeSpan.FromSeconds(options.Value.DeskRenewalIntervalSeconds);
        _renewalTimer ??= this.RegisterGrainTimer(
            CloseSilentDesksAsync, new GrainTimerCreationOptions(interval, interval) { KeepAlive = true });
    }

    private static string? SignedOnGroup(AgentSession session) => session is SignedOn s ? s.Profile.RoutingGroup : null;

    private async Task CloseSilentDesksAsync(CancellationToken cancellationToken)
    {
        var limits = options.Value;
        var silence = TimeSpan.FromSeconds((double)limits.DeskRenewalIntervalSeconds * limits.DeskRenewalsMissedMax);
        foreach (var connection in _renewals.SilentSince(Now - silence))
        {
            await CloseDeskAsync(connection);
        }
    }

    private async Task<CommandReply> ConnectAsync(ConnectDesk command, CommandMeta meta)
    {
        // What a process left open when it died must not keep its agent out until it counts as silent: servers that
        // die again and again would fill the limit. If its stream lives after all, it connects again.
        if (State is SignedOn { Connection.Open: { Length: >= AgentLimits.ConnectionsMax } open }
            && !open.Contains(command.ConnectionId)
            && _renewals.FirstUnheard(open) is { } left)
        {
            await CloseDeskAsync(left);
        }

        var reply = await HandleAsync(command, meta);
        _renewals.Renew(command.ConnectionId, Now);
        return reply;
    }

    private Task<CommandReply> CloseDeskAsync(string connection) => HandleAsync(
        new DisconnectDesk(connection, "renewal_missed", Grace, Now),
        new CommandMeta($"silent:{connection}:{Version}", null, "", null));
}
