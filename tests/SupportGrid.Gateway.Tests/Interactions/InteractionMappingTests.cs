using SupportGrid.Contracts.Grains;
using SupportGrid.Domain;
using SupportGrid.Domain.Interactions;
using SupportGrid.Gateway.Interactions;
using SupportGrid.Gateway.Tests.Support;
using V1 = SupportGrid.Api.V1;

namespace SupportGrid.Gateway.Tests.Interactions;

public sealed class InteractionMappingTests
{
    private static readonly InteractionFacts Facts = Samples.Facts;

    public static TheoryData<Interaction.Existing, V1.InteractionState, string, bool> States() => new()
    {
        { new Interaction.Queued(Facts), V1.InteractionState.Queued, "", false },
        { new Interaction.Offered(Facts, "o-1", "ana", TestTime.Noon), V1.InteractionState.Offered, "ana", true },
        { new Interaction.Connected(Facts, "o-1", "ana", TestTime.Noon), V1.InteractionState.Connected, "ana", false },
        {
            new Interaction.Held(Facts, "o-1", "ana", TestTime.Noon, TestTime.Noon),
            V1.InteractionState.Held, "ana", false
        },
        {
            new Interaction.Wrapping(Facts, "o-1", "ana", TestTime.Noon, TestTime.Noon),
            V1.InteractionState.Wrapping, "ana", true
        },
        {
            new Interaction.Wrapping(Facts, "o-1", "ana", TestTime.Noon, null),
            V1.InteractionState.Wrapping, "ana", false
        },
        {
            new Interaction.Closed(Facts, CloseReason.Served, "solved", TestTime.Noon),
            V1.InteractionState.Closed, "", false
        },
    };

    [Theory]
    [MemberData(nameof(States))]
    public void ToProto_EveryState_HasItsAgentAndLimit(
        Interaction.Existing state, V1.InteractionState expected, string agent, bool hasUntil)
    {
        var proto = state.ToProto(17, withTranscript: false);
        Assert.Equal(expected, proto.State);
        Assert.Equal(agent, proto.AgentId);
        Assert.Equal(agent.Length > 0 ? "o-1" : "", proto.OfferId);
        Assert.Equal(hasUntil, proto.Until is not null);
        Assert.Equal(agent.Length > 0 ? agent : null, InteractionMapping.AgentOf(state));
        Assert.Equal(17, proto.Version);
        Assert.Empty(proto.Transcript);
    }

    [Fact]
    public void ToProto_EveryStateThereIs_IsAmongTheSamples() => Assert.Equal(
        typeof(Interaction).GetNestedTypes().Where(t => !t.IsAbstract && t.IsSubclassOf(typeof(Interaction.Existing)))
            .Select(t => t.Name).Order(StringComparer.Ordinal),
        States().Select(row => row[0]!.GetType().Name).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void ToProto_WithTranscript_SaysEverything()
    {
        var proto = new Interaction.Closed(Facts, CloseReason.ShortAbandoned, null, TestTime.Noon)
            .ToProto(3, withTranscript: true);
        var expected = new V1.Interaction
        {
            InteractionId = "i-1",
            Version = 3,
            State = V1.InteractionState.Closed,
            CustomerId = "ann",
            CustomerName = "Ann",
            Channel = V1.Channel.Chat,
            Queue = "billing",
            Subject = "Invoice 7",
            Priority = 12.5,
            OpenedAt = TestTime.Noon.ToProto(),
            PlaceSince = TestTime.Noon.AddMinutes(1).ToProto(),
            CloseReason = V1.CloseReason.ShortAbandoned,
            ClosedAt = TestTime.Noon.ToProto(),
            Transfers = 2,
            Reopenings = 1,
            Transcript =
            {
                new V1.Message
                {
                    Sequence = 1, MessageId = "m-1", From = V1.Party.Customer, Author = "ann", Text = "Hello",
                    Channel = V1.Channel.Chat, At = TestTime.Noon.ToProto(),
                },
                new V1.Message
                {
                    Sequence = 2, MessageId = "m-2", From = V1.Party.Agent, Author = "ana", Text = "Hello, Ann",
                    Channel = V1.Channel.Chat, At = TestTime.Noon.AddSeconds(5).ToProto(),
                },
            },
        };
        Assert.Equal(expected, proto);
    }

    [Fact]
    public void ToProto_InteractionThatDoesNotExist_IsNone() =>
        Assert.Null(new Reading<Interaction>(Interaction.Absent.Instance, 0, 0).ToProto(withTranscript: true));

    [Fact]
    public void ToProto_EveryChannelPartyAndReason_HasItsOwn()
    {
        Assert.Equal(Enum.GetValues<Channel>(), Enum.GetValues<Channel>().Select(c => c.ToProto().ToDomain()!.Value));
        Assert.Null(V1.Channel.Unspecified.ToDomain());
        Assert.Null(((V1.Channel)99).ToDomain());
        Assert.Equal(
            Enum.GetValues<V1.Party>().Skip(1), Enum.GetValues<Party>().Select(p => p.ToProto()).Order());
        Assert.Equal(
            Enum.GetValues<V1.CloseReason>().Skip(1), Enum.GetValues<CloseReason>().Select(r => r.ToProto()).Order());
    }

    [Fact]
    public void ToProto_SaidAndInTheTranscript_IsTheSameMessage()
    {
        var message = Facts.Transcript[0];
        var said = new MessageSaid(
            message.Sequence,
            message.MessageId,
            message.From,
            message.Author,
            message.Text,
            message.Channel,
            "ana",
            message.At);
        Assert.Equal(message.ToProto(), said.ToProto());
    }
}
