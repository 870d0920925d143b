using SupportGrid.Domain;
using SupportGrid.Domain.Agents;
using SupportGrid.Domain.Configurations;
using SupportGrid.Domain.Customers;
using SupportGrid.Domain.Empathy;
using SupportGrid.Domain.Interactions;
using SupportGrid.Domain.Queues;
using static SupportGrid.Compatibility.Tests.Events.SampleParts;

namespace SupportGrid.Compatibility.Tests.Events;

/// <summary>One event of every class. A class without a sample fails the tests.</summary>
internal static class EventSamples
{
    public static IReadOnlyList<object> All { get; } =
    [
        .. OfInteractions(),
        .. OfAgents(),
        .. OfCustomers(),
        .. OfQueues(),
        .. OfConfigurations(),
        .. OfCueLedgers(),
    ];

    private static IEnumerable<InteractionEvent> OfInteractions() =>
    [
        new InteractionOpened(
            "i-1", "c-1", "Zoë \"Z\" 山田", Channel.Chat, "Où est mon colis ? <b>", Skills, 1.5,
                At, new ContactsBefore(1, 3)),
        new InteractionQueued(
            "billing", QueuedBecause.Transferred, At, 6.5, Skills, "ana", Later, new DirectTarget("ben", Later), Snapshot, At),
        new InteractionPrioritised(12, "sue", "VIP", At),
        new OfferIssued("o-1", "ana", 4, Later, """{"chosen":"ana"}""", At),
        new OfferRejected("o-1", "ana", "busy", At),
        new OfferExpired("o-1", "ana", At),
        new OfferCancelled("o-1", "ana", "customer_left", At),
        new OfferRescinded("o-1", "ana", "signed_out", At),
        new AgentConnected("o-1", "ana", 4, TimeSpan.FromSeconds(12.5), At),
        new AgentReleased("o-1", "ana", "transferred", At),
        new MessageSaid(3, "m-3", Party.Customer, "c-1", "Line 1\nLine 2 \U0001F600", Channel.Sms, "ana", At, Reading),
        new InteractionHeld("ana", At),
        new InteractionRetrieved("ana", TimeSpan.FromMilliseconds(1), At),
        new InteractionTransferred("ana", "billing", "orders", "ben", "Knows the case.", "ana", At),
        new ChannelSwitched(Channel.Chat, Channel.Voice, At),
        new ContactEnded("o-1", "ana", Party.Agent, TimeSpan.FromMinutes(7), At),
        new WrapUpStarted("o-1", "ana", Later, At),
        new WrapUpCompleted("o-1", "ana", "solved", "Called the carrier.", false, At),
        new InteractionAbandoned(TimeSpan.FromSeconds(4), true, At),
        new InteractionClosed(CloseReason.ShortAbandoned, "solved", "o-1", "ana", At),
        new InteractionReopened(Party.Supervisor, "sue", At),
        new TrajectoryMoved(Trajectory.Calm, Trajectory.Upset, [new TurnWeight("m-3", 3, 912)], 611, At),
        new CueShown(Shown, At),
        new CueEnded("cue-3", CueKind.Waiting, CueEnd.Superseded, At),
        new CueAnswered("cue-3", CueKind.Distress, CueAnswer.Disputed, "ana", EmotionLabels.Sad, At),
        new OpportunityScored(
            "m-3", OpportunityKind.Worry, OpportunityOutcome.Late, "ana", TimeSpan.FromSeconds(41), At),
        new NeedClassified(new Need(NeedLevel.Basic, 5, 3, ["need-money-lost"]), At),
        new InteractionRated(2, "Zu lange \"gewartet\" \U0001F610", "ana", At),
        new ReadingRevised("m-3", 3, Revised, new ReadingPrice(TimeSpan.FromMilliseconds(840), 720, 96, 3_600), At),
    ];

    private static IEnumerable<AgentEvent> OfAgents() =>
    [
        new ProfileAdopted(Profile, At),
        new ProfileRetired("ana", At),
        new AgentSignedIn(new Presence("online", true, At), Later, At),
        new AgentSignedOut("supervisor", "sue", At),
        new PresenceChanged(Break, "chosen_ahead", At),
        new NextPresenceChosen(Break, At),
        new DeskConnected("d-1", At),
        new DeskDisconnected("d-1", "renewal_missed", Later, At),
        new HeartbeatLost(At),
        new OfferTaken(Offer, At),
        new OfferDeclined("o-1", "i-1", "capacity", At),
        new OfferPutDown("o-1", "i-1", "expired", At),
        new AgentNotResponding("o-1", At),
        new WorkStarted(Work, At),
        new WorkDeclined("o-1", "i-1", "signed_out", At),
        new WorkMovedToWrapUp("o-1", "i-1", At),
        new WorkFinished("o-1", "i-1", "closed", At),
        new EmotionalLoadNoted(Hard, At),
        new EmotionalLoadOptedOut(At),
        new EmotionalLoadOptedIn(At),
    ];

    private static IEnumerable<CustomerEvent> OfCustomers() =>
    [
        new CustomerIdentified("c-1", "email:zoe@example.org", At),
        new CustomerNamed("c-1", "Zoë", At),
        new ContactBegun("c-1", "i-1", 2, "billing", Channel.Callback, "Parcel", At),
        new ContactServed("i-1", "ana", At),
        new ContactConcluded("i-1", "served", At),
        new ExperienceNoted(Lived, At),
    ];

    private static IEnumerable<QueueEvent> OfQueues() =>
    [
        new PolicyAdopted(Policy, At),
        new QueueRetired("billing", At),
    ];

    private static IEnumerable<ConfigurationEvent> OfConfigurations() =>
    [
        new SkillDefined(new Skill("billing", "Billing"), At),
        new SkillRemoved("billing", At),
        new PresenceDefined(new PresenceReason("break", "Break", false), At),
        new PresenceRemoved("break", At),
        new QueueDefined(Policy, At),
        new QueueRemoved("billing", At),
        new AgentDefined(Profile, At),
        new AgentRemoved("ana", At),
        new ChatDefined(new ChatPolicy(["general"], ["https://shop.example.org"], "Help", "« Bonjour »"), At),
        new ConfigurationApplied(9, "root", At),
    ];

    private static IEnumerable<CueLedgerEvent> OfCueLedgers() =>
    [
        new CueAnswerCounted(CueKind.Worry, CueAnswer.Dismissed, "i-1", "cue-3", At),
        new CueKindSilenced(CueKind.Worry, 9, 11, 500, At),
        new CueKindRestored(CueKind.Worry, "root", At),
    ];
}
