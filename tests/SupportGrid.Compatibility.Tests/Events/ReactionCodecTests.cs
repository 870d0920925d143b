using System.Text;
using SupportGrid.Contracts.Events;
using SupportGrid.Domain;
using SupportGrid.Domain.Agents;
using SupportGrid.Domain.Customers;
using SupportGrid.Domain.Empathy;
using SupportGrid.Domain.Interactions;
using SupportGrid.Domain.Queues;
using SupportGrid.Domain.Routing;
using static SupportGrid.Compatibility.Tests.Events.SampleParts;

namespace SupportGrid.Compatibility.Tests.Events;

public sealed class ReactionCodecTests
{
    private static readonly Reaction[] Samples =
    [
        new TellItemWaiting(
            "europe",
            new WaitingItem(
                "i-1",
                3,
                "billing",
                Channel.Chat,
                At,
                5,
                Skills,
                "ana",
                Later,
                "ben",
                Later,
                ["cem"],
                new CustomerDistress(Trajectory.Upset, true))),
        new TellItemGone("europe", "i-1", 4),
        new TellAgentAvailability(
            "europe",
            new AgentAvailability(
                "ana",
                9,
                false,
                "not_responding",
                Profile,
                [new CarriedItem("i-1", "o-1", Channel.Chat)],
                At,
                new EmotionalLoad(false, At, [Hard]))),
        new TellPolicy(Policy),
        .. AgentCommands().Select(static c => new TellAgent("ana", c)),
        .. InteractionCommands().Select(static c => new TellInteraction("i-1", c)),
        .. CustomerCommands().Select(static c => new TellCustomer("c-1", c)),
        new TellQueue("billing", new AdoptPolicy(Policy, At)),
        new TellQueue("billing", new RetireQueue("billing", 7, At)),
        .. CueLedgerCommands().Select(static c => new TellCueLedger(c)),
    ];

    public static TheoryData<int> Indexes { get; } = [.. Enumerable.Range(0, Samples.Length)];

    [Theory]
    [MemberData(nameof(Indexes))]
    public void Decode_WhatWasEncoded_IsTheSameToTheByte(int index)
    {
        var encoded = ReactionCodec.Default.Encode(Samples[index]);

        var decoded = ReactionCodec.Default.Decode(encoded.Kind, encoded.Data);

        Assert.IsType(Samples[index].GetType(), decoded);
        Assert.Equal(
            Encoding.UTF8.GetString(encoded.Data.Span),
            Encoding.UTF8.GetString(ReactionCodec.Default.Encode(decoded).Data.Span));
    }

    [Fact]
    public void Kinds_EveryReactionAndCommandOfTheDomain_HasASample()
    {
        Type[] families =
        [
            typeof(Reaction), typeof(AgentCommand), typeof(InteractionCommand), typeof(CustomerCommand),
            typeof(QueueCommand), typeof(CueLedgerCommand),
        ];
        var classes = typeof(Reaction).Assembly.GetTypes().Where(t => families.Any(t.IsSubclassOf)).ToHashSet();

        foreach (var sample in Samples)
        {
            classes.Remove(sample.GetType());
            classes.Remove(CommandOf(sample)?.GetType() ?? sample.GetType());
        }

        Assert.Empty(classes);
    }

    [Fact]
    public void Encode_Command_IsNamedInTheBody()
    {
        var encoded = ReactionCodec.Default.Encode(new TellAgent("ana", new EndGrace(At)));

        Assert.Equal(
            """{"agent":"ana","command":{"type":"EndGrace","at":"2026-03-29T01:59:59.123+00:00"}}""",
            Encoding.UTF8.GetString(encoded.Data.Span));
    }

    [Fact]
    public void Decode_UnknownKind_NamesIt() =>
        Assert.Equal(
            "TellNobody",
            Assert.Throws<UnknownEventException>(() => ReactionCodec.Default.Decode("TellNobody", "{}"u8.ToArray())).Type);

    [Theory]
    [InlineData("""{"agent":"ana","command":{"type":"Dance","at":"2026-03-29T01:59:59Z"}}""")]
    [InlineData("""{"agent":"ana","command":{"at":"2026-03-29T01:59:59Z"}}""")]
    [InlineData("""{"agent":"ana"}""")]
    public void Decode_BodyThatDoesNotFit_Throws(string body) =>
        Assert.Throws<BrokenBodyException>(
            () => ReactionCodec.Default.Decode("TellAgent", Encoding.UTF8.GetBytes(body)));

    private static object? CommandOf(Reaction reaction) => reaction switch
    {
        TellAgent tell => tell.Command,
        TellInteraction tell => tell.Command,
        TellCustomer tell => tell.Command,
        TellQueue tell => tell.Command,
        TellCueLedger tell => tell.Command,
        _ => null,
    };

    private static IEnumerable<AgentCommand> AgentCommands() =>
    [
        new AdoptProfile(Profile, At),
        new RetireProfile("ana", 3, At),
        new SignIn(Break, TimeSpan.FromSeconds(30), At),
        new SignOut(true, "supervisor", "sue", At),
        new ChangePresence(Break, true, "agent", At),
        new ConnectDesk("d-1", At),
        new DisconnectDesk("d-1", "closed", TimeSpan.FromSeconds(30), At),
        new EndGrace(At),
        new TakeOffer(Offer, At),
        new PutDownOffer("o-1", "expired", At),
        new StartWork(Work, At),
        new MoveWorkToWrapUp("o-1", At),
        new FinishWork("o-1", "closed", At),
        new NoteHardSpell(Hard, true, At),
        new ChooseEmotionalLoad(true, At),
    ];

    private static IEnumerable<InteractionCommand> InteractionCommands() =>
    [
        new OpenInteraction(
            "i-1", "c-1", "Zoë", Channel.Chat, "Parcel", "Hello", "m-1", Skills, 1, Policy, true, new LastService("ana", At), At,
            new ContactsBefore(1, 3), Reading),
        new SayMessage(Party.Agent, "ana", "m-2", "Hi", At, Reading, [CueKind.Worry]),
        new AnswerCue("cue-3", CueAnswer.Disputed, "ana", EmotionLabels.Sad, At),
        new ReviseReading(
            "m-3", Revised, new ReadingPrice(TimeSpan.FromSeconds(1), 720, 96, 3_600), At, [CueKind.Closing]),
        new IssueOffer("o-1", "ana", "{}", At),
        new AcceptOffer("o-1", "ana", At),
        new RejectOffer("o-1", "ana", "busy", At),
        new ExpireOffer("o-1", At),
        new RescindOffer("o-1", "capacity", At),
        new LoseAgent("o-1", "connection_lost", At),
        new HoldInteraction("ana", At),
        new RetrieveInteraction("ana", At),
        new TransferInteraction("ana", "ana", Policy, true, "ben", TimeSpan.FromSeconds(30), "note", At),
        new PrioritiseInteraction(3, "sue", "VIP", At),
        new SwitchChannel(Channel.Voice, TimeSpan.FromSeconds(30), At),
        new LeaveInteraction(At),
        new EndContact("ana", At),
        new CompleteWrapUp("ana", "solved", "note", At),
        new ExpireWrapUp(At),
        new ReopenInteraction(Party.Customer, "c-1", Policy, true, At),
        new RateInteraction(5, "Quick", At),
    ];

    private static IEnumerable<CustomerCommand> CustomerCommands() =>
    [
        new IdentifyCustomer("c-1", "Zoë", "email:zoe@example.org", At),
        new BeginContact("c-1", "Zoë", "i-1", 2, "billing", Channel.Chat, "Parcel", At),
        new NoteService("i-1", "ana", At),
        new ConcludeContact("i-1", 2, "served", At),
        new NoteExperience(Lived, At),
    ];

    private static IEnumerable<CueLedgerCommand> CueLedgerCommands() =>
    [
        new CountCueAnswer(CueKind.Worry, CueAnswer.Disputed, "i-1", "cue-3", 500, 20, At),
        new RestoreCueKind(CueKind.Worry, "root", At),
        new RestoreCueKinds("configuration", At),
    ];
}
