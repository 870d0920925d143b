using SupportGrid.Kernel;
using static SupportGrid.Domain.Agents.AgentSession;

namespace SupportGrid.Domain.Agents;

public sealed partial class AgentDecider
{
    private static Decision<AgentEvent> Take(AgentSession state, TakeOffer c)
    {
        if (Knows(state, c.Offer.Offer))
        {
            return [];
        }

        var because = state is SignedOn s ? WhyNotOffered(s, c) : "signed_out";
        return because is null
            ? [new OfferTaken(c.Offer, c.At)]
            : [new OfferDeclined(c.Offer.Offer, c.Offer.Interaction, because, c.At)];
    }

    /// <summary>In hand, at work, or over: hearing of it again changes nothing.</summary>
    private static bool Knows(AgentSession state, string offer) =>
        state.Ended.Any(e => e.Offer == offer)
        || (state is SignedOn s && (s.Offers.Any(o => o.Offer == offer) || s.Work.Any(w => w.Offer == offer)));

    private static string? WhyNotOffered(SignedOn s, TakeOffer c) =>
        AgentRouting.WhyNot(s) is not null ? "not_routable"
        : c.At >= c.Offer.Until ? AgentReasons.Expired
        : WhyNotCarried(s, c.Offer.Interaction, c.Offer.Channel);

    private static string? WhyNotCarried(SignedOn s, string interaction, Channel channel) =>
        s.Offers.Any(o => o.Interaction == interaction) || s.Work.Any(w => w.Interaction == interaction)
            ? "already_carried"
        : !s.Profile.Capacity.Fits(channel, s.Carried) ? "capacity"
        : null;

    /// <summary>
    /// The interaction says that this agent has it. An offer that was put down here may still have been accepted there,
    /// so only what was already accepted and is over counts as old news.
    /// </summary>
    private static Decision<AgentEvent> Start(AgentSession state, StartWork c)
    {
        if (state.Ended.Any(e => e.Offer == c.Item.Offer && e.Accepted))
        {
            return [];
        }

        var because = "signed_out";
        if (state is SignedOn s)
        {
            if (s.Work.Any(w => w.Offer == c.Item.Offer))
            {
                return [];
            }

            because = s.Offers.Any(o => o.Offer == c.Item.Offer)
                ? null
                : WhyNotCarried(s, c.Item.Interaction, c.Item.Channel);
        }

        return because is null
            ? [new WorkStarted(c.Item, c.At)]
            : [new WorkDeclined(c.Item.Offer, c.Item.Interaction, because, c.At)];
    }

    private static Decision<AgentEvent> PutDown(SignedOn s, PutDownOffer c)
    {
        if (s.Offers.FirstOrDefault(o => o.Offer == c.Offer) is not { } offer)
        {
            return [];
        }

        var putDown = new OfferPutDown(offer.Offer, offer.Interaction, c.Because, c.At);
        return WithNextPresence(
            s, c.Because == AgentReasons.Expired ? [putDown, new AgentNotResponding(c.Offer, c.At)] : [putDown], c.At);
    }

    private static Decision<AgentEvent> MoveToWrapUp(SignedOn s, MoveWorkToWrapUp c) =>
        s.Work.FirstOrDefault(w => w.Offer == c.Offer) is { Stage: WorkStage.Interacting } work
            ? [new WorkMovedToWrapUp(work.Offer, work.Interaction, c.At)]
            : [];

    private static Decision<AgentEvent> Finish(SignedOn s, FinishWork c) =>
        s.Work.FirstOrDefault(w => w.Offer == c.Offer) is { } work
            ? WithNextPresence(s, [new WorkFinished(work.Offer, work.Interaction, c.Because, c.At)], c.At)
            : [];

    /// <summary>A presence that was chosen ahead takes effect with the last thing that leaves the hands.</summary>
    private static Decision<AgentEvent> WithNextPresence(SignedOn s, AgentEvent[] events, DateTimeOffset at) =>
        s.Next is { } next && s.Offers.Length + s.Work.Length == 1
            ? Decision.Of(events.Append(
                new PresenceChanged(next with { Since = at }, AgentReasons.ChosenAhead, at)))
            : Decision.Of(events);
}
