using System.Diagnostics;
using SupportGrid.Contracts.Grains;
using SupportGrid.Domain.Interactions;
using V1 = SupportGrid.Api.V1;

namespace SupportGrid.Gateway.Interactions;

/// <summary>Interactions on the wire.</summary>
public static class InteractionMapping
{
    /// <returns>Null for an interaction that does not exist.</returns>
    public static V1.Interaction? ToProto(this Reading<Interaction> reading, bool withTranscript) =>
        reading.State is Interaction.Existing existing ? existing.ToProto(reading.Version, withTranscript) : null;

    public static V1.Interaction ToProto(this Interaction.Existing state, long version, bool withTranscript)
    {
        var proto = FromFacts(state.Facts, version);
        AddState(proto, state);
        if (withTranscript)
        {
            foreach (var message in state.Facts.Transcript)
            {
                proto.Transcript.Add(message.ToProto());
            }
        }

        return proto;
    }

    /// <summary>The agent who is offered it, has it or wraps it up; null if none.</summary>
    public static string? AgentOf(Interaction state) => state switch
    {
        Interaction.Offered s => s.Agent,
        Interaction.Connected s => s.Agent,
        Interaction.Held s => s.Agent,
        Interaction.Wrapping s => s.Agent,
        _ => null,
    };

    public static V1.CloseReason ToProto(this CloseReason reason) => reason switch
    {
        CloseReason.Served => V1.CloseReason.Served,
        CloseReason.Abandoned => V1.CloseReason.Abandoned,
        CloseReason.ShortAbandoned => V1.CloseReason.ShortAbandoned,
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "A reason that the API does not know."),
    };

    private static V1.Interaction FromFacts(InteractionFacts facts, long version) => new()
    {
        InteractionId = facts.Interaction,
        Version = version,
        CustomerId = facts.Customer,
        CustomerName = facts.CustomerName,
        Channel = facts.Channel.ToProto(),
        Queue = facts.Queue,
        Subject = facts.Subject,
        Priority = facts.Priority,
        OpenedAt = facts.OpenedAt.ToProto(),
        PlaceSince = facts.Place.ToProto(),
        Transfers = facts.Transfers,
        Reopenings = facts.Reopenings,
        Rating = facts.Rating?.Score ?? 0,
        RatingComment = facts.Rating?.Comment ?? "",
    };

    private static void AddState(V1.Interaction proto, Interaction.Existing state)
    {
        switch (state)
        {
            case Interaction.Queued:
                proto.State = V1.InteractionState.Queued;
                break;
            case Interaction.Offered s:
                AddAgent(proto, V1.InteractionState.Offered, s.Offer, s.Agent, s.Until);
                break;
            case Interaction.Connected s:
                AddAgent(proto, V1.InteractionState.Connected, s.Offer, s.Agent, until: null);
                break;
            case Interaction.Held s:
                AddAgent(proto, V1.InteractionState.Held, s.Offer, s.Agent, until: null);
                break;
            case Interaction.Wrapping s:
                AddAgent(proto, V1.InteractionState.Wrapping, s.Offer, s.Agent, s.Until);
                break;
            case Interaction.Closed s:
                proto.State = V1.InteractionState.Closed;
                proto.CloseReason = s.Reason.ToProto();
                proto.WrapUpCode = s.WrapUpCode ?? "";
                proto.ClosedAt = s.At.ToProto();
                break;
            default:
                throw new UnreachableException($"{state.GetType().Name} has no form on the wire.");
        }
    }

    private static void AddAgent(
        V1.Interaction proto, V1.InteractionState state, string offer, string agent, DateTimeOffset? until)
    {
        proto.State = state;
        proto.OfferId = offer;
        proto.AgentId = agent;
        proto.Until = until.ToProto();
    }
}
