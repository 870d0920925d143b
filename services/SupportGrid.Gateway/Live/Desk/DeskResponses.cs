using SupportGrid.Api.V1;
using SupportGrid.Domain.Agents;
using SupportGrid.Domain.Interactions;
using SupportGrid.Domain.Routing;
using SupportGrid.Gateway.Agents;
using SupportGrid.Gateway.Interactions;
using SupportGrid.Gateway.Live.Folds;

namespace SupportGrid.Gateway.Live.Desk;

/// <summary>What a desk is sent, made from folded states.</summary>
internal static class DeskResponses
{
    /// <summary>The own session, with the load that nobody else is shown.</summary>
    public static WatchDeskResponse? Session(AgentSession session, long version, DateTimeOffset now)
    {
        if (session.ToProto(version) is not { } agent)
        {
            return null;
        }

        agent.EmotionalLoad = session.Load?.ToProto(now);
        return new WatchDeskResponse { Agent = agent };
    }

    public static WatchDeskResponse? InHand(Domain.Interactions.Interaction state, long version) =>
        state is Domain.Interactions.Interaction.Existing existing
            ? new WatchDeskResponse { Interaction = existing.ToProto(version, withTranscript: true) }
            : null;

    public static WatchDeskResponse? Changed(Domain.Interactions.Interaction state, long version) =>
        state is Domain.Interactions.Interaction.Existing existing
            ? new WatchDeskResponse { Changed = existing.ToProto(version, withTranscript: false) }
            : null;

    public static WatchDeskResponse Said(string interaction, long version, MessageSaid said) => new()
    {
        Message = new MessageAdded { InteractionId = interaction, Version = version, Message = said.ToProto() },
    };

    public static WatchDeskResponse Offered(OfferInHand offer, StreamFold<ProposedInteraction> fold)
    {
        var proto = offer.ToProto();
        if (fold.State.LastOffer is { } issued && issued.Offer == offer.Offer)
        {
            (proto.DecisionJson, proto.Why) = Shown(issued.Decision);
        }

        if (fold.State.Interaction is Domain.Interactions.Interaction.Existing existing)
        {
            proto.Interaction = existing.ToProto(fold.Version, withTranscript: true);
        }

        return new WatchDeskResponse { Offer = proto };
    }

    public static WatchDeskResponse OfferEnded(string offer, string interaction, string ending, string reason) => new()
    {
        OfferEnded = new OfferEnded { OfferId = offer, InteractionId = interaction, Ending = ending, Reason = reason },
    };

    /// <summary>The word that the API has for it; a session that ended takes its offers back.</summary>
    public static string EndingOf(string because) =>
        because is "rejected" or "expired" or "cancelled" or "rescinded" ? because : "rescinded";

    public static WatchDeskResponse Released(string interaction, string because) => new()
    {
        Released = new Released { InteractionId = interaction, Because = because },
    };

    /// <summary>
    /// What the agent may see of the decision, and in words; no words for a record that is not of our making: an offer
    /// must reach its agent all the same.
    /// </summary>
    private static (string Json, string Why) Shown(string decision)
    {
        try
        {
            var recorded = DecisionCodec.DecodeText(decision);
            var shown = DeskDecision.Of(recorded);
            return (
                ReferenceEquals(shown, recorded) ? decision : DecisionCodec.EncodeText(shown),
                DecisionSentences.Explain(shown));
        }
        catch (FormatException)
        {
            return (decision, "");
        }
    }
}
