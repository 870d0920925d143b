namespace SupportGrid.Gateway.Tests.Whole;

/// <summary>Tests that share one running gateway; each works in a tenant of its own.</summary>
[CollectionDefinition(Name)]
public sealed class GatewayCollection : ICollectionFixture<RunningGateway>
{
    public const string Name = "running gateway";
}
