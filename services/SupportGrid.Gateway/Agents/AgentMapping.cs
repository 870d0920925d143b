using SupportGrid.Contracts.Grains;
using SupportGrid.Domain.Agents;
using SupportGrid.Gateway.Interactions;
using V1 = SupportGrid.Api.V1;

namespace SupportGrid.Gateway.Agents;

/// <summary>Agents' sessions on the wire.</summary>
public static class AgentMapping
{
    /// <returns>Null for an agent whom administration does not know.</returns>
    public static V1.Agent? ToProto(this Reading<AgentSession> reading) => reading.State.ToProto(reading.Version);

    /// <returns>Null for an agent whom administration does not know.</returns>
    public static V1.Agent? ToProto(this AgentSession session, long version) => session switch
    {
        AgentSession.SignedOff s => FromSignedOff(s, version),
        AgentSession.SignedOn s => FromSignedOn(s, version),
        _ => null,
    };

    public static V1.WorkItem ToProto(this WorkItem item) => new()
    {
        InteractionId = item.Interaction,
        OfferId = item.Offer,
        Channel = item.Channel.ToProto(),
        Queue = item.Queue,
        WrappingUp = item.Stage == WorkStage.Wrapping,
        Since = item.Since.ToProto(),
    };

    public static V1.RoutingStatus ToProto(this RoutingStatus status) => status switch
    {
        RoutingStatus.OffQueue => V1.RoutingStatus.OffQueue,
        RoutingStatus.Idle => V1.RoutingStatus.Idle,
        RoutingStatus.Offered => V1.RoutingStatus.Offered,
        RoutingStatus.Interacting => V1.RoutingStatus.Interacting,
        RoutingStatus.Wrapping => V1.RoutingStatus.Wrapping,
        RoutingStatus.NotResponding => V1.RoutingStatus.NotResponding,
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "A status that the API does not know."),
    };

    public static V1.ConnectionState ToProto(this ConnectionState state) => state switch
    {
        ConnectionState.Connected => V1.ConnectionState.Connected,
        ConnectionState.Grace => V1.ConnectionState.Grace,
        ConnectionState.Lost => V1.ConnectionState.Lost,
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "A state that the API does not know."),
    };

    private static V1.Agent FromSignedOff(AgentSession.SignedOff session, long version)
    {
        var proto = FromProfile(session.Profile, version);
        proto.RoutingStatus = V1.RoutingStatus.OffQueue;
        return proto;
    }

    private static V1.Agent FromSignedOn(AgentSession.SignedOn session, long version)
    {
        var proto = FromProfile(session.Profile, version);
        proto.SignedIn = true;
        proto.Presence = session.Presence.Code;
        proto.TakesWork = session.Presence.TakesWork;
        proto.PresenceSince = session.Presence.Since.ToProto();
        proto.NextPresence = session.Next?.Code ?? "";
        proto.RoutingStatus = session.RoutingStatus.ToProto();
        proto.Connection = session.Connection.State.ToProto();
        proto.GraceUntil = session.Connection.GraceUntil.ToProto();
        proto.IdleSince = session.IdleSince.ToProto();
        proto.UnitsTaken = session.Profile.Capacity.UnitsOf(
            session.Offers.Select(o => o.Channel).Concat(session.Work.Select(w => w.Channel)));
        proto.Offers.AddRange(session.Offers.Select(OfferMapping.ToProto));
        proto.Work.AddRange(session.Work.Select(ToProto));
        return proto;
    }

    private static V1.Agent FromProfile(AgentProfile profile, long version)
    {
        var proto = new V1.Agent
        {
            AgentId = profile.Agent,
            Version = version,
            DisplayName = profile.DisplayName,
            RoutingGroup = profile.RoutingGroup,
            CapacityUnits = profile.Capacity.Units,
        };
        proto.Queues.AddRange(profile.Queues);
        proto.Skills.Add(profile.Skills);
        return proto;
    }
}
