using SupportGrid.Domain.Interactions;
using SupportGrid.Domain.Queues;
using SupportGrid.Domain.Tests.Samples;
using static SupportGrid.Domain.Tests.Samples.Instants;

namespace SupportGrid.Domain.Tests.Interactions;

/// <summary>
/// Commands and histories: opened at 0 s, offered at 10 s, accepted at 12 s, ended at 72 s, wrapped up at 80 s.
/// </summary>
internal static class InteractionSamples
{
    public static InteractionScenario Waiting => InteractionScenario.After(Open());

    public static InteractionScenario Asked => Waiting.And(Issue());

    public static InteractionScenario Talking => TalkingIn(Policies.Billing);

    public static InteractionScenario OnHold => Talking.And(new HoldInteraction("ana", T(20)));

    public static InteractionScenario WrappingUp => Talking.And(new EndContact("ana", T(72)));

    public static InteractionScenario Done => WrappingUp.And(Complete("solved"));

    public static InteractionScenario TalkingIn(QueuePolicy policy) =>
        InteractionScenario.After(Open() with { Policy = policy }, Issue(), Accept());

    public static OpenInteraction Open() => new(
        "i1",
        "zoe",
        "Zoe",
        Channel.Chat,
        "Parcel",
        FirstMessage: null,
        FirstMessageId: "m1",
        ExtraSkills: [],
        ExtraPriority: 0,
        Policies.Billing,
        QueueIsOpen: true,
        LastAgent: null,
        T(0));

    public static IssueOffer Issue(string offer = "o1", string agent = "ana", double at = 10) =>
        new(offer, agent, "{}", T(at));

    public static AcceptOffer Accept(string offer = "o1", string agent = "ana", double at = 12) =>
        new(offer, agent, T(at));

    public static RejectOffer Reject(string offer = "o1", string agent = "ana", double at = 12) =>
        new(offer, agent, "busy", T(at));

    public static SayMessage Say(Party from, string author, string id = "m9", string text = "Hello.") =>
        new(from, author, id, text, T(15));

    public static CompleteWrapUp Complete(string? code, string agent = "ana") => new(agent, code, "", T(80));

    public static LeaveInteraction Leave(double at) => new(T(at));

    /// <summary>By a supervisor.</summary>
    public static TransferInteraction Move(QueuePolicy to, string? toAgent = null, double at = 15) =>
        new(null, "sue", to, true, toAgent, TimeSpan.FromSeconds(30), "", T(at));

    /// <summary>By the agent who has it.</summary>
    public static TransferInteraction Transfer(QueuePolicy to, string? toAgent = null, string agent = "ana") =>
        Move(to, toAgent, at: 30) with { Agent = agent, By = agent };
}
