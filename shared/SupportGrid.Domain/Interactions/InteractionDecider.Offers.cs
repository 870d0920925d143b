using SupportGrid.Kernel;
using static SupportGrid.Domain.Interactions.Interaction;

namespace SupportGrid.Domain.Interactions;

public sealed partial class InteractionDecider
{
    private static Decision<InteractionEvent> Issue(Existing state, IssueOffer c) => state switch
    {
        Offered s when s.Offer == c.Offer => [],
        InTalk s when s.Offer == c.Offer => [],
        Queued s when s.Facts.LastOffer == c.Offer => InteractionRefusals.OfferNotCurrent,
        Queued s when IsKeptFromOthers(s.Facts, c.Agent, c.At) => InteractionRefusals.DirectedElsewhere,
        Queued s =>
        [
            new OfferIssued(
                c.Offer, c.Agent, s.Facts.Fence + 1, c.At + s.Facts.Policy.OfferTimeout, c.Decision, c.At),
        ],
        Offered or InTalk or Wrapping or Closed => InteractionRefusals.NotWaiting,
        _ => throw NoAnswer(state, c),
    };

    private static bool IsKeptFromOthers(InteractionFacts facts, string agent, DateTimeOffset at) =>
        facts.Direct is { } direct && at < direct.Until && direct.Agent != agent;

    private static Decision<InteractionEvent> Accept(Existing state, AcceptOffer c) => state switch
    {
        Offered s when s.Offer != c.Offer => InteractionRefusals.OfferNotCurrent,
        Offered s when s.Agent != c.Agent => InteractionRefusals.OfferNotYours,
        Offered s when c.At >= s.Until => InteractionRefusals.OfferExpired,
        Offered s =>
            [new AgentConnected(c.Offer, c.Agent, s.Facts.Fence, Elapsed(s.Facts.Place, c.At), c.At)],
        InTalk s when s.Offer != c.Offer => InteractionRefusals.AlreadyConnected,
        InTalk s when s.Agent != c.Agent => InteractionRefusals.OfferNotYours,
        InTalk => [],
        Queued or Wrapping or Closed => InteractionRefusals.OfferNotCurrent,
        _ => throw NoAnswer(state, c),
    };

    private static Decision<InteractionEvent> Reject(Existing state, RejectOffer c) => state switch
    {
        Offered s when s.Offer != c.Offer => InteractionRefusals.OfferNotCurrent,
        Offered s when s.Agent != c.Agent => InteractionRefusals.OfferNotYours,
        Offered s when c.At >= s.Until => InteractionRefusals.OfferExpired,
        Offered when c.Reason.Length > InteractionLimits.ReasonLengthMax => InteractionRefusals.ReasonTooLong,
        Offered => [new OfferRejected(c.Offer, c.Agent, c.Reason, c.At)],
        Queued or InTalk or Wrapping or Closed => InteractionRefusals.OfferNotCurrent,
        _ => throw NoAnswer(state, c),
    };

    private static Decision<InteractionEvent> Expire(Existing state, ExpireOffer c) => state switch
    {
        Offered s when s.Offer == c.Offer && c.At >= s.Until => [new OfferExpired(s.Offer, s.Agent, c.At)],
        _ => [],
    };

    /// <summary>An accepted offer is not taken back: the agent's side declines the work instead.</summary>
    private static Decision<InteractionEvent> Rescind(Existing state, RescindOffer c) => state switch
    {
        Offered s when s.Offer == c.Offer => [new OfferRescinded(s.Offer, s.Agent, c.Reason, c.At)],
        _ => [],
    };
}
