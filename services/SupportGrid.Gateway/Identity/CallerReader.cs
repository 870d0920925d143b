using System.Text.Json;
using SupportGrid.Gateway.Roles;

namespace SupportGrid.Gateway.Identity;

/// <summary>Reads the caller from the payload of a token whose signature and times are already believed.</summary>
public static class CallerReader
{
    /// <summary>Claims that only id tokens carry: those say who signed in, not what may be done.</summary>
    private static readonly string[] IdTokenClaims = ["nonce", "at_hash", "c_hash"];

    /// <returns>Null for an id token, and where tenant or subject is missing or has not the form of an id.</returns>
    public static Caller? Read(JsonElement payload, ClaimNames names, DateTimeOffset expiresAt)
    {
        if (IsIdToken(payload))
        {
            return null;
        }

        var tenant = names.FixedTenant ?? Text(payload, names.Tenant);
        var subject = Text(payload, names.Subject);
        return tenant is not null && subject is not null && IdFormat.IsValid(tenant) && IdFormat.IsValid(subject)
            ? new Caller(tenant, subject, RolesOf(payload, names.Roles), expiresAt, IsGuest(payload, names))
            : null;
    }

    private static bool IsGuest(JsonElement payload, ClaimNames names) =>
        names.Guest is { } claim
        && payload.TryGetProperty(claim, out var value)
        && value.ValueKind == JsonValueKind.True;

    private static bool IsIdToken(JsonElement payload) =>
        Text(payload, "typ") is "ID" || Array.Exists(IdTokenClaims, c => payload.TryGetProperty(c, out _));

    private static string? Text(JsonElement payload, string path) =>
        Find(payload, path) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    /// <summary>A claim whose name has the dots in it goes before the path that they could mean.</summary>
    private static JsonElement? Find(JsonElement payload, string path)
    {
        if (payload.TryGetProperty(path, out var whole))
        {
            return whole;
        }

        var at = payload;
        foreach (var step in path.Split('.'))
        {
            if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(step, out at))
            {
                return null;
            }
        }

        return at;
    }

    private static Role RolesOf(JsonElement payload, string path) => Find(payload, path) switch
    {
        { ValueKind: JsonValueKind.String } text => Fold(text.GetString()!.Split(' ')),
        { ValueKind: JsonValueKind.Array } list => Fold(
            list.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.String).Select(e => e.GetString()!)),
        _ => Role.None,
    };

    /// <summary>Names that are none of ours belong to other applications of the authority.</summary>
    private static Role Fold(IEnumerable<string> names) =>
        names.Aggregate(Role.None, (roles, name) => roles | RoleNames.Parse(name));
}
