namespace SupportGrid.Substitutes.Grpc.Tests.Support;

/// <summary>Stands for attributes such as Authorize, which must arrive on endpoints.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class ProbeMarkAttribute(string place) : Attribute
{
    public string Place { get; } = place;
}
