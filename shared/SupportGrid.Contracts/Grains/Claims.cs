namespace SupportGrid.Contracts.Grains;

/// <summary>Keys that only one stream of a tenant may hold.</summary>
public static class Claims
{
    /// <summary>An identity belongs to one customer.</summary>
    /// <param name="identity">"kind:value", such as "email:ann@example.org".</param>
    public static string Identity(string identity) => $"identity:{identity}";
}
