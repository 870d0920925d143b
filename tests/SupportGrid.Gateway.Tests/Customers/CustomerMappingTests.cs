using SupportGrid.Domain;
using SupportGrid.Domain.Customers;
using SupportGrid.Domain.Interactions;
using SupportGrid.Gateway.Customers;
using SupportGrid.Gateway.Tests.Support;
using V1 = SupportGrid.Api.V1;

namespace SupportGrid.Gateway.Tests.Customers;

public sealed class CustomerMappingTests
{
    [Fact]
    public void ToProto_KnownCustomer_HasHistoryNewestFirst()
    {
        var known = new Customer.Acquainted(
            "ann",
            "Ann",
            ["email:ann@example.org"],
            [
                new Contact(
                    "i-1",
                    0,
                    "billing",
                    Channel.Chat,
                    "Old",
                    TestTime.Noon,
                    "ana",
                    TestTime.Noon.AddMinutes(3),
                    "served"),
                new Contact("i-2", 0, "billing", Channel.Voice, "New", TestTime.Noon.AddDays(1), null, null, null),
            ],
            7,
            new LastService("ana", TestTime.Noon),
            []);
        var proto = known.ToProto("ann");
        Assert.Equal(["i-2", "i-1"], proto.History.Select(h => h.InteractionId));
        Assert.Equal(
            new V1.PastInteraction
            {
                InteractionId = "i-1", Queue = "billing", Channel = V1.Channel.Chat, Subject = "Old",
                OpenedAt = TestTime.Noon.ToProto(), EndedAt = TestTime.Noon.AddMinutes(3).ToProto(), Outcome = "served",
            },
            proto.History[1]);
        Assert.Equal("", proto.History[0].Outcome);
        Assert.Null(proto.History[0].EndedAt);
        Assert.Equal(("ann", "Ann", 7, "ana"), (proto.CustomerId, proto.Name, proto.Contacts, proto.LastAgent));
        Assert.Equal(["email:ann@example.org"], proto.Identities);
    }

    [Fact]
    public void ToProto_Stranger_HasAnIdAndNothingElse() =>
        Assert.Equal(new V1.Customer { CustomerId = "ann" }, Customer.Stranger.Instance.ToProto("ann"));

    [Fact]
    public void ToDomain_WhatIsLeftOut_StaysAsItIs()
    {
        var named = new V1.IdentifyCustomerRequest { CustomerName = "Ann" }.ToDomain("ann");
        Assert.Equal(("ann", "Ann", null), (named.Customer, named.Name, named.Identity));
        var identified = new V1.IdentifyCustomerRequest { Identity = "phone:+3312" }.ToDomain("ann");
        Assert.Equal((null, "phone:+3312"), (identified.Name, identified.Identity));
    }
}
