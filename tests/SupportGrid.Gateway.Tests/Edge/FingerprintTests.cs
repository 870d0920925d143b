using SupportGrid.Api.V1;
using SupportGrid.Gateway.Edge;

namespace SupportGrid.Gateway.Tests.Edge;

public sealed class FingerprintTests
{
    private const string Method = "/supportgrid.v1.CustomerService/SendCustomerMessage";

    [Fact]
    public void Of_SameRequestUnderAnotherId_IsTheSameAndLeavesTheRequestAsItWas()
    {
        var first = Message("r-1", "hello");
        Assert.Equal(Fingerprint.Of(Method, first), Fingerprint.Of(Method, Message("r-2", "hello")));
        Assert.Equal("r-1", first.RequestId);
    }

    [Fact]
    public void Of_AnotherFieldOrMethod_IsAnother()
    {
        var fingerprint = Fingerprint.Of(Method, Message("r-1", "hello"));
        Assert.NotEqual(fingerprint, Fingerprint.Of(Method, Message("r-1", "hello!")));
        Assert.NotEqual(fingerprint, Fingerprint.Of(Method + "2", Message("r-1", "hello")));
    }

    [Fact]
    public void Of_RequestWithoutId_IsABugOfOurs() =>
        Assert.Throws<ArgumentException>(() => Fingerprint.Of(Method, new GetConfigurationRequest()));

    private static SendCustomerMessageRequest Message(string id, string text) =>
        new() { RequestId = id, InteractionId = "i-1", Text = text };
}
