using System.Collections.Immutable;
using SupportGrid.Domain.Agents;
using SupportGrid.Domain.Queues;
using SupportGrid.Domain.Routing;
using SupportGrid.Kernel;
using static SupportGrid.Domain.Interactions.Interaction;

namespace SupportGrid.Domain.Interactions;

/// <remarks>Everything by which an interaction takes a place in a line.</remarks>
public sealed partial class InteractionDecider
{
    private static Decision<InteractionEvent> Open(OpenInteraction c)
    {
        var problem = Refuses(c.Policy, c.QueueIsOpen) ? InteractionRefusals.QueueClosed
            : c.Subject.Length > InteractionLimits.SubjectLengthMax ? InteractionRefusals.SubjectTooLong
            : !IsPriority(c.ExtraPriority) ? InteractionRefusals.PriorityOutOfRange
            : c.FirstMessage is null ? null
            : TextProblem(c.FirstMessage);
        if (problem is not null)
        {
            return problem;
        }

        List<InteractionEvent> events =
        [
            new InteractionOpened(
                c.Interaction,
                c.Customer,
                c.CustomerName,
                c.Channel,
                c.Subject,
                c.ExtraSkills,
                c.ExtraPriority,
                c.At,
                c.Before),
        ];
        if (c.FirstMessage is not null)
        {
            var said = new MessageSaid(
                1, c.FirstMessageId, Party.Customer, c.Customer, c.FirstMessage, c.Channel, null, c.At, c.FirstReading);
            events.Add(said);
            events.AddRange(ReadOnOpening(c, said));
        }

        events.Add(Line(c.Policy, QueuedBecause.Opened, c.At, c.ExtraSkills, c.ExtraPriority, c.At) with
        {
            LastAgent = c.LastAgent?.Agent,
            PreferLastAgentUntil = c.LastAgent is { } last ? PreferredUntil(c.Policy, last.At, c.At) : null,
        });
        return Decision.Of(events);
    }

    private static Decision<InteractionEvent> Transfer(Existing state, TransferInteraction c) => (state, c.Agent) switch
    {
        (Wrapping or Closed, _) => InteractionRefusals.InteractionEnded,
        (Queued or Offered, not null) => InteractionRefusals.NotYourInteraction,
        (InTalk s, not null) when s.Agent != c.Agent => InteractionRefusals.NotYourInteraction,
        (InTalk s, _) when s.Agent == c.ToAgent => InteractionRefusals.TransferToSelf,
        _ when c.Note.Length > InteractionLimits.NoteLengthMax => InteractionRefusals.NoteTooLong,
        (Queued or Offered, null) when IsThereAlready(state, c) => [],
        _ when c.ToAgent is null && Refuses(c.ToQueue, c.QueueIsOpen) => InteractionRefusals.QueueClosed,
        _ when state.Facts.Transfers >= InteractionLimits.TransfersMax => InteractionRefusals.TransferLimit,
        (Queued s, null) => [Transferred(s.Facts, null, c), Moved(s.Facts, PlaceAfterMove(s.Facts, c), c)],
        (Offered s, null) =>
        [
            new OfferCancelled(s.Offer, s.Agent, "reassigned", c.At),
            Transferred(s.Facts, null, c),
            Moved(s.Facts, PlaceAfterMove(s.Facts, c), c),
        ],
        (InTalk s, _) =>
        [
            new AgentReleased(s.Offer, s.Agent, c.Agent is null ? "reassigned" : "transferred", c.At),
            Transferred(s.Facts, s.Agent, c),
            Moved(s.Facts, c.At, c),
        ],
        _ => throw NoAnswer(state, c),
    };

    private static bool Refuses(QueuePolicy policy, bool isOpen) => !isOpen && policy.Hours.Closed == WhenClosed.Refuse;

    /// <summary>A supervisor's move to where it waits (or is being offered) already is nothing.</summary>
    private static bool IsThereAlready(Existing state, TransferInteraction c)
    {
        var valid = state.Facts.Direct is { } direct && c.At < direct.Until ? direct.Agent : null;
        return state.Facts.Queue == c.ToQueue.Queue
            && (Target(c.ToAgent, c.DirectFor, c.At)?.Agent == valid
                || (state is Offered offered && offered.Agent == c.ToAgent));
    }

    private static DateTimeOffset PlaceAfterMove(InteractionFacts facts, TransferInteraction c) =>
        facts.Queue == c.ToQueue.Queue ? facts.Place : c.At;

    private static InteractionTransferred Transferred(InteractionFacts facts, string? from, TransferInteraction c) =>
        new(from, facts.Queue, c.ToQueue.Queue, c.ToAgent, c.Note, c.By, c.At);

    private static InteractionQueued Moved(InteractionFacts facts, DateTimeOffset place, TransferInteraction c) =>
        Line(c.ToQueue, QueuedBecause.Transferred, place, facts.ExtraSkills, facts.ExtraPriority, c.At) with
        {
            LastAgent = facts.LastAgent,
            Direct = Target(c.ToAgent, c.DirectFor, c.At),
        };

    private static Decision<InteractionEvent> Switch(Existing state, SwitchChannel c) => state switch
    {
        Wrapping or Closed => InteractionRefusals.InteractionEnded,
        { Facts.Channel: var channel } when channel == c.To => [],
        Queued s => [new ChannelSwitched(s.Facts.Channel, c.To, c.At)],
        Offered s =>
        [
            new OfferCancelled(s.Offer, s.Agent, "channel_switched", c.At),
            new ChannelSwitched(s.Facts.Channel, c.To, c.At),
        ],

        // The agent's capacity differs by channel, so the same agent is asked again, and first.
        InTalk s =>
        [
            new ChannelSwitched(s.Facts.Channel, c.To, c.At),
            new AgentReleased(s.Offer, s.Agent, "channel_switched", c.At),
            SameLine(s.Facts, QueuedBecause.ChannelSwitched, c.At) with
            {
                LastAgent = s.Agent,
                Direct = Target(s.Agent, c.DirectFor, c.At),
            },
        ],
        _ => throw NoAnswer(state, c),
    };

    private static Decision<InteractionEvent> Prioritise(Existing state, PrioritiseInteraction c) => state switch
    {
        InTalk or Wrapping or Closed => InteractionRefusals.NotWaiting,
        _ when !IsPriority(c.Priority) => InteractionRefusals.PriorityOutOfRange,
        _ when c.Reason.Length > InteractionLimits.ReasonLengthMax => InteractionRefusals.ReasonTooLong,
        { Facts.Priority: var priority } when priority.Equals(c.Priority) => [],
        Queued or Offered => [new InteractionPrioritised(c.Priority, c.By, c.Reason, c.At)],
        _ => throw NoAnswer(state, c),
    };

    private static Decision<InteractionEvent> Reopen(Existing state, ReopenInteraction c) => state switch
    {
        Closed s when c.At - s.At > s.Facts.Policy.ReopenWithin => InteractionRefusals.ReopenWindowOver,
        Closed s when s.Facts.Reopenings >= InteractionLimits.ReopeningsMax => InteractionRefusals.ReopenLimit,
        Closed when Refuses(c.Policy, c.QueueIsOpen) => InteractionRefusals.QueueClosed,
        Closed s =>
        [
            new InteractionReopened(c.By, c.Author, c.At),
            Line(c.Policy, QueuedBecause.Reopened, c.At, s.Facts.ExtraSkills, s.Facts.ExtraPriority, c.At) with
            {
                LastAgent = s.Facts.LastAgent,
                PreferLastAgentUntil = s.Facts.LastAgent is null ? null : PreferredUntil(c.Policy, s.At, c.At),
            },
        ],
        Queued or Offered or InTalk or Wrapping => [],
        _ => throw NoAnswer(state, c),
    };

    private static Decision<InteractionEvent> Lose(Existing state, LoseAgent c) => state switch
    {
        InTalk s when s.Offer == c.Offer =>
        [
            new AgentReleased(s.Offer, s.Agent, c.Reason, c.At),
            SameLine(s.Facts, QueuedBecause.AgentLost, c.At) with
            {
                LastAgent = s.Agent,
                PreferLastAgentUntil = UnlessZero(s.Facts.Policy.PreferLastAgentFor, c.At),
            },
        ],
        Wrapping s when s.Offer == c.Offer => Wrapped(s, AgentReasons.AgentLost, "", timedOut: false, c.At),
        _ => [],
    };

    private static InteractionQueued Line(
        QueuePolicy policy,
        QueuedBecause because,
        DateTimeOffset place,
        ImmutableArray<SkillRequirement> extraSkills,
        double extraPriority,
        DateTimeOffset at) =>
        new(
            policy.Queue,
            because,
            place,
            policy.BasePriority + extraPriority,
            SkillRequirements.Merge(policy.Skills, extraSkills),
            null,
            null,
            null,
            PolicySnapshot.Of(policy),
            at);

    /// <summary>Back to its place, under the policy that it was queued under.</summary>
    private static InteractionQueued SameLine(InteractionFacts facts, QueuedBecause because, DateTimeOffset at) =>
        new(facts.Queue, because, facts.Place, facts.Priority, facts.Skills, null, null, null, facts.Policy, at);

    private static DirectTarget? Target(string? agent, TimeSpan directFor, DateTimeOffset at) =>
        agent is null || directFor <= TimeSpan.Zero ? null : new DirectTarget(agent, at + directFor);

    private static DateTimeOffset? PreferredUntil(QueuePolicy policy, DateTimeOffset served, DateTimeOffset at) =>
        at - served <= policy.PreferLastAgentWithin ? UnlessZero(policy.PreferLastAgentFor, at) : null;

    private static DateTimeOffset? UnlessZero(TimeSpan span, DateTimeOffset at) =>
        span > TimeSpan.Zero ? at + span : null;

    private static bool IsPriority(double points) => Math.Abs(points) <= InteractionLimits.PriorityMax;
}
