using System.Collections.Immutable;
using SupportGrid.Domain;
using SupportGrid.Domain.Agents;
using SupportGrid.Domain.Empathy;
using SupportGrid.Domain.Interactions;

namespace SupportGrid.Gateway.Tests.Support;

/// <summary>States to map.</summary>
internal static class Samples
{
    public static InteractionFacts Facts { get; } = new(
        "i-1",
        "ann",
        "Ann",
        Channel.Chat,
        "billing",
        "Invoice 7",
        12.5,
        [],
        [],
        0,
        TestTime.Noon,
        TestTime.Noon.AddMinutes(1),
        3,
        "o-1",
        "ana",
        null,
        null,
        [],
        [
            new Message(1, "m-1", Party.Customer, "ann", "Hello", Channel.Chat, TestTime.Noon),
            new Message(2, "m-2", Party.Agent, "ana", "Hello, Ann", Channel.Chat, TestTime.Noon.AddSeconds(5)),
        ],
        2,
        1,
        PolicySnapshot.None,
        EmpathyState.Initial);

    public static AgentProfile Profile { get; } = new(
        4,
        "ana",
        "Ana",
        "default",
        ["billing"],
        ImmutableSortedDictionary<string, double>.Empty.Add("french", 2.5),
        new ChannelCapacity(100, ImmutableSortedDictionary<Channel, ChannelRule>.Empty
            .Add(Channel.Voice, new ChannelRule(100, 1, []))
            .Add(Channel.Chat, new ChannelRule(30, 3, []))));

    public static AgentSession.SignedOn SignedOn { get; } = new(
        Profile,
        TestTime.Noon,
        new Presence("online", TakesWork: true, TestTime.Noon),
        new Presence("break", TakesWork: false, TestTime.Noon),
        new Connection(["c-1"], null),
        NotResponding: false,
        TestTime.Noon.AddMinutes(2),
        [new OfferInHand("o-2", "i-2", 1, Channel.Chat, "billing", TestTime.Noon.AddSeconds(20))],
        [new WorkItem("i-1", "o-1", 3, Channel.Chat, "billing", WorkStage.Interacting, TestTime.Noon)],
        []);
}
