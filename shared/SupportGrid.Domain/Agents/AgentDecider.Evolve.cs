using System.Collections.Immutable;
using System.Diagnostics;
using SupportGrid.Domain.Empathy;
using static SupportGrid.Domain.Agents.AgentSession;

namespace SupportGrid.Domain.Agents;

public sealed partial class AgentDecider
{
    public static AgentSession Evolve(AgentSession state, AgentEvent @event) => (state, @event) switch
    {
        (Unknown, ProfileAdopted e) => new SignedOff(e.Profile, state.Ended, state.Load),
        (SignedOff s, ProfileAdopted e) => s with { Profile = e.Profile },
        (SignedOn s, ProfileAdopted e) => s with { Profile = e.Profile },
        (SignedOff, ProfileRetired) => new Unknown(state.Ended, state.Load),

        (SignedOff s, AgentSignedIn e) => SignedIn(s, e),
        (SignedOn s, AgentSignedOut) => new SignedOff(s.Profile, s.Ended, s.Load),
        (SignedOn s, PresenceChanged e) => s with
        {
            Presence = e.Presence,
            Next = null,
            NotResponding = s.NotResponding && !e.Presence.TakesWork,
        },
        (SignedOn s, NextPresenceChosen e) => s with { Next = e.Next },
        (SignedOn s, AgentNotResponding) => s with { NotResponding = true },

        (SignedOn s, DeskConnected e) =>
            s with { Connection = new Connection(s.Connection.Open.Add(e.ConnectionId), null) },
        (SignedOn s, DeskDisconnected e) =>
            s with { Connection = new Connection(s.Connection.Open.Remove(e.ConnectionId), e.GraceUntil) },
        (SignedOn s, HeartbeatLost) => s with { Connection = new Connection([], null) },

        (SignedOn s, OfferTaken e) => s with { Offers = s.Offers.Add(e.Offer) },
        (_, OfferDeclined e) => state with { Ended = End(state.Ended, e.Offer, accepted: false) },
        (SignedOn s, OfferPutDown e) => s with
        {
            Offers = s.Offers.RemoveAll(o => o.Offer == e.Offer),
            Ended = End(s.Ended, e.Offer, accepted: false),
        },
        (SignedOn s, WorkStarted e) => s with
        {
            Offers = s.Offers.RemoveAll(o => o.Offer == e.Item.Offer),
            Work = s.Work.Add(e.Item),
            IdleSince = e.At,
        },
        (_, WorkDeclined e) => state with { Ended = End(state.Ended, e.Offer, accepted: true) },
        (SignedOn s, WorkMovedToWrapUp e) => s with
        {
            Work =
            [
                .. s.Work.Select(w => w.Offer == e.Offer ? w with { Stage = WorkStage.Wrapping, Since = e.At } : w),
            ],
        },
        (SignedOn s, WorkFinished e) => Finished(s, e),

        (SignedOff or SignedOn, EmotionalLoadNoted e) => state with { Load = With(state.Load, e) },
        (SignedOff or SignedOn, EmotionalLoadOptedOut) =>
            state with { Load = EmotionalLoad.None with { OptedOut = true } },
        (SignedOff or SignedOn, EmotionalLoadOptedIn e) =>
            state with { Load = EmotionalLoad.None with { Since = e.At } },

        _ => throw new UnreachableException($"{state.GetType().Name} cannot follow {@event.GetType().Name}."),
    };

    private static SignedOn SignedIn(SignedOff s, AgentSignedIn e) => new(
        s.Profile,
        Since: e.At,
        e.Presence,
        Next: null,
        new Connection([], e.GraceUntil),
        NotResponding: false,
        IdleSince: e.At,
        Offers: [],
        Work: [],
        s.Ended,
        s.Load);

    private static SignedOn Finished(SignedOn s, WorkFinished e)
    {
        var work = s.Work.RemoveAll(w => w.Offer == e.Offer);
        return s with
        {
            Work = work,
            IdleSince = work.IsEmpty ? e.At : s.IdleSince,
            Ended = End(s.Ended, e.Offer, accepted: true),
        };
    }

    private static ImmutableArray<EndedOffer> End(ImmutableArray<EndedOffer> ended, string offer, bool accepted)
    {
        var others = ended.Where(e => e.Offer != offer).TakeLast(AgentLimits.EndedOffersMax - 1);
        return [.. others, new EndedOffer(offer, accepted)];
    }
}
