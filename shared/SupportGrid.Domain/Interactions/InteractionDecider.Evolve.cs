using System.Diagnostics;
using SupportGrid.Domain.Empathy;
using static SupportGrid.Domain.Interactions.Interaction;

namespace SupportGrid.Domain.Interactions;

public sealed partial class InteractionDecider
{
    public static Interaction Evolve(Interaction state, InteractionEvent @event) => (state, @event) switch
    {
        (Absent, InteractionOpened e) => new Queued(Opened(e)),
        (Queued s, InteractionQueued e) => new Queued(Queue(s.Facts, e)),
        (Queued or Offered, InteractionPrioritised e) => WithFacts(state, f => f with
        {
            Priority = e.Priority,
            ExtraPriority = f.ExtraPriority + e.Priority - f.Priority,
        }),
        (Queued or Offered or InTalk, MessageSaid e) => WithFacts(state, f => f with
        {
            Transcript = f.Transcript.Add(
                new Message(e.Sequence, e.MessageId, e.From, e.Author, e.Text, e.Channel, e.At)),
            TranscriptLength = f.TranscriptLength + e.Text.Length,
            Empathy = EmpathyFold.Said(f.Empathy, e),
        }),
        (Existing, TrajectoryMoved or CueShown or CueEnded or CueAnswered or OpportunityScored or NeedClassified
            or ReadingRevised) => WithFacts(state, f => f with { Empathy = EmpathyFold.After(f.Empathy, @event) }),
        (Queued or InTalk, ChannelSwitched e) => WithFacts(state, f => f with
        {
            Channel = e.To,
            Empathy = f.Empathy with { ChannelSwitches = f.Empathy.ChannelSwitches + 1 },
        }),
        (Queued, InteractionTransferred) => WithFacts(state, f => f with { Transfers = f.Transfers + 1 }),

        (Queued s, OfferIssued e) =>
            new Offered(s.Facts with { Fence = e.Fence, LastOffer = e.Offer }, e.Offer, e.Agent, e.Until),
        (Offered s, OfferRejected or OfferExpired) => new Queued(Without(s.Facts, s.Agent)),
        (Offered s, OfferCancelled or OfferRescinded) => new Queued(s.Facts),
        (Offered s, AgentConnected e) =>
            new Connected(s.Facts with { LastAgent = e.Agent }, e.Offer, e.Agent, e.At),

        (Connected s, InteractionHeld e) => new Held(s.Facts, s.Offer, s.Agent, s.Since, e.At),
        (Held s, InteractionRetrieved) => new Connected(s.Facts, s.Offer, s.Agent, s.Since),
        (InTalk s, AgentReleased) => new Queued(s.Facts),
        (InTalk, ContactEnded) => WithFacts(state, f => f with { Empathy = EmpathyFold.Over(f.Empathy) }),
        (InTalk s, WrapUpStarted e) => new Wrapping(s.Facts, s.Offer, s.Agent, e.At, e.Until),
        (Wrapping, WrapUpCompleted) => state,
        (Queued, InteractionAbandoned) => WithFacts(state, f => f with { Empathy = EmpathyFold.Over(f.Empathy) }),
        (Queued or InTalk or Wrapping, InteractionClosed e) =>
            new Closed(((Existing)state).Facts, e.Reason, e.WrapUpCode, e.At),
        (Wrapping or Closed, InteractionRated e) =>
            WithFacts(state, f => f with { Rating = new ContactRating(e.Score, e.Comment, e.At) }),
        (Closed s, InteractionReopened) => new Queued(s.Facts with
        {
            Reopenings = s.Facts.Reopenings + 1,
            Rating = null,
            Empathy = EmpathyFold.Reopened(s.Facts.Empathy),
        }),

        _ => throw new UnreachableException($"{state.GetType().Name} cannot follow {@event.GetType().Name}."),
    };

    private static Interaction WithFacts(Interaction state, Func<InteractionFacts, InteractionFacts> change) =>
        state is Existing s ? s with { Facts = change(s.Facts) } : state;

    private static InteractionFacts Opened(InteractionOpened e) => new(
        e.Interaction,
        e.Customer,
        e.CustomerName,
        e.Channel,
        Queue: "",
        e.Subject,
        Priority: e.ExtraPriority,
        Skills: e.ExtraSkills,
        e.ExtraSkills,
        e.ExtraPriority,
        OpenedAt: e.At,
        Place: e.At,
        Fence: 0,
        LastOffer: null,
        LastAgent: null,
        PreferLastAgentUntil: null,
        Direct: null,
        NotAgents: [],
        Transcript: [],
        Transfers: 0,
        Reopenings: 0,
        PolicySnapshot.None,
        EmpathyState.Initial with { Contacts = e.Before ?? ContactsBefore.None });

    /// <summary>Who said no before is asked again: it is another place, or another reason to ask.</summary>
    private static InteractionFacts Queue(InteractionFacts facts, InteractionQueued e) => facts with
    {
        Queue = e.Queue,
        Place = e.Place,
        Priority = e.Priority,
        Skills = e.Skills,
        LastAgent = e.LastAgent,
        PreferLastAgentUntil = e.PreferLastAgentUntil,
        Direct = e.Direct,
        NotAgents = [],
        Policy = e.Policy,
        Empathy = RevisionFold.Queued(facts, e),
    };

    private static InteractionFacts Without(InteractionFacts facts, string agent) =>
        facts.NotAgents.Contains(agent) ? facts : facts with { NotAgents = facts.NotAgents.Add(agent) };
}
