using SupportGrid.Kernel;
using static SupportGrid.Domain.Agents.AgentSession;

namespace SupportGrid.Domain.Agents;

public sealed partial class AgentDecider
{
    /// <summary>Offers alone do not keep an agent: nobody was promised anything yet.</summary>
    private static Decision<AgentEvent> SignOff(SignedOn s, SignOut c) =>
        !s.Work.IsEmpty && !c.Force ? AgentRefusals.AgentHasWork : Decision.Of(Leave(s, c.Because, c.By, c.At));

    private static Decision<AgentEvent> LoseHeartbeat(SignedOn s, EndGrace c) =>
        s.Connection.GraceUntil is { } until && c.At >= until
            ? Decision.Of(Leave(s, "connection_lost", "", c.At).Prepend(new HeartbeatLost(c.At)))
            : [];

    /// <summary>The session ends; all that is in hand goes back to where it came from.</summary>
    private static IEnumerable<AgentEvent> Leave(SignedOn s, string because, string by, DateTimeOffset at) =>
    [
        .. s.Offers.Select(o => new OfferPutDown(o.Offer, o.Interaction, AgentReasons.AgentLost, at)),
        .. s.Work.Select(w => new WorkFinished(w.Offer, w.Interaction, AgentReasons.AgentLost, at)),
        new AgentSignedOut(because, by, at),
    ];

    private static Decision<AgentEvent> Change(SignedOn s, ChangePresence c)
    {
        var same = Same(s.Presence, c.Presence);
        if (c.WhenFree && !s.IsFree)
        {
            return (same, s.Next) switch
            {
                (true, null) => [],
                (true, _) => [new NextPresenceChosen(null, c.At)],
                (false, { } next) when Same(next, c.Presence) => [],
                _ => [new NextPresenceChosen(c.Presence with { Since = c.At }, c.At)],
            };
        }

        var comesBack = s.NotResponding && c.Presence.TakesWork;
        return same && s.Next is null && !comesBack
            ? []
            : [new PresenceChanged(c.Presence with { Since = c.At }, c.Because, c.At)];
    }

    private static bool Same(Presence one, Presence other) =>
        one.Code == other.Code && one.TakesWork == other.TakesWork;

    private static Decision<AgentEvent> Connect(SignedOn s, ConnectDesk c) =>
        s.Connection.Open.Contains(c.ConnectionId) ? []
        : s.Connection.Open.Length >= AgentLimits.ConnectionsMax ? AgentRefusals.TooManyConnections
        : [new DeskConnected(c.ConnectionId, c.At)];

    private static Decision<AgentEvent> Disconnect(SignedOn s, DisconnectDesk c) =>
        !s.Connection.Open.Contains(c.ConnectionId) ? []
        : [
            new DeskDisconnected(
                c.ConnectionId, c.Because, s.Connection.Open.Length == 1 ? c.At + c.Grace : null, c.At),
        ];
}
