namespace SupportGrid.Contracts.Grains;

/// <summary>
/// Keys of actors and names of streams. Every key starts with a letter that is no hexadecimal digit: Orleans' AdoNet
/// storage reads keys that parse as hexadecimal as numbers, and two of them could share a row.
/// </summary>
public static class GrainKeys
{
    public static string Of(string tenant, string id) => $"t-{tenant}/{id}";

    /// <summary>The one configuration of a tenant.</summary>
    public static string Configuration(string tenant) => Of(tenant, "configuration");

    /// <summary>The one board of a tenant.</summary>
    public static string Wallboard(string tenant) => Of(tenant, "wallboard");

    /// <summary>The one record of cues of a tenant.</summary>
    public static string CueLedger(string tenant) => Of(tenant, "cues");

    /// <summary>Tenant and id of a key.</summary>
    public static (string Tenant, string Id) Parse(string key)
    {
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        return key.StartsWith("t-", StringComparison.Ordinal) && slash > 2 && slash < key.Length - 1
            ? (key[2..slash], key[(slash + 1)..])
            : throw new FormatException($"\"{key}\" is not an actor's key: t-TENANT/ID is.");
    }
}
