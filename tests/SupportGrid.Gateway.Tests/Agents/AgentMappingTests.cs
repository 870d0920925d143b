using SupportGrid.Contracts.Grains;
using SupportGrid.Domain.Agents;
using SupportGrid.Gateway.Agents;
using SupportGrid.Gateway.Tests.Support;
using V1 = SupportGrid.Api.V1;

namespace SupportGrid.Gateway.Tests.Agents;

public sealed class AgentMappingTests
{
    [Fact]
    public void ToProto_SignedOn_SaysEverything()
    {
        var expected = new V1.Agent
        {
            AgentId = "ana",
            Version = 9,
            DisplayName = "Ana",
            SignedIn = true,
            Presence = "online",
            TakesWork = true,
            PresenceSince = TestTime.Noon.ToProto(),
            NextPresence = "break",
            RoutingStatus = V1.RoutingStatus.Interacting,
            Connection = V1.ConnectionState.Connected,
            CapacityUnits = 100,
            UnitsTaken = 60,
            IdleSince = TestTime.Noon.AddMinutes(2).ToProto(),
            RoutingGroup = "default",
            Queues = { "billing" },
            Skills = { ["french"] = 2.5 },
            Offers =
            {
                new V1.Offer
                {
                    OfferId = "o-2", InteractionId = "i-2", Fence = 1, Channel = V1.Channel.Chat, Queue = "billing",
                    Until = TestTime.Noon.AddSeconds(20).ToProto(),
                },
            },
            Work =
            {
                new V1.WorkItem
                {
                    InteractionId = "i-1", OfferId = "o-1", Channel = V1.Channel.Chat, Queue = "billing",
                    Since = TestTime.Noon.ToProto(),
                },
            },
        };
        Assert.Equal(expected, Samples.SignedOn.ToProto(9));
    }

    [Fact]
    public void ToProto_SignedOff_HasAProfileAndNoPresence()
    {
        var proto = new AgentSession.SignedOff(Samples.Profile, []).ToProto(2)!;
        Assert.False(proto.SignedIn);
        Assert.Equal("", proto.Presence);
        Assert.Equal(V1.RoutingStatus.OffQueue, proto.RoutingStatus);
        Assert.Equal(V1.ConnectionState.Unspecified, proto.Connection);
        Assert.Equal("Ana", proto.DisplayName);
    }

    [Fact]
    public void ToProto_AgentWhomNobodyConfigured_IsNone() =>
        Assert.Null(new Reading<AgentSession>(AgentSession.Unknown.Instance, 0, 0).ToProto());

    [Fact]
    public void ToProto_ConnectionInGrace_SaysUntilWhen()
    {
        var alone = Samples.SignedOn with { Connection = new Connection([], TestTime.Noon.AddSeconds(30)) };
        var proto = alone.ToProto(1)!;
        Assert.Equal(V1.ConnectionState.Grace, proto.Connection);
        Assert.Equal(TestTime.Noon.AddSeconds(30).ToProto(), proto.GraceUntil);
    }

    [Fact]
    public void ToProto_EveryStatusAndConnection_HasItsOwn()
    {
        Assert.Equal(
            Enum.GetValues<V1.RoutingStatus>().Skip(1),
            Enum.GetValues<RoutingStatus>().Select(AgentMapping.ToProto).Order());
        Assert.Equal(
            Enum.GetValues<V1.ConnectionState>().Skip(1),
            Enum.GetValues<ConnectionState>().Select(AgentMapping.ToProto).Order());
    }
}
