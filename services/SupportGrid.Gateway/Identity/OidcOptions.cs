namespace SupportGrid.Gateway.Identity;

/// <summary>An OpenID Connect authority and where its tokens say what we need.</summary>
public sealed record OidcOptions
{
    /// <summary>The issuer's address; its discovery document names the keys.</summary>
    public required string Authority { get; init; }

    /// <summary>What tokens must have been issued for.</summary>
    public required string Audience { get; init; }

    /// <summary>
    /// The only issuer that is believed; null: the one in the authority's discovery document.
    /// </summary>
    public string? Issuer { get; init; }

    /// <summary>
    /// Claim with the tenant. A dotted name is a path into nested objects, such as "realm_access.roles".
    /// </summary>
    public string TenantClaim { get; init; } = "tenant";

    /// <summary>
    /// The tenant of every token, for an authority that serves one tenant only; then no claim is read.
    /// </summary>
    public string? Tenant { get; init; }

    /// <summary>Claim with the subject; its value must have the form of our ids.</summary>
    public string SubjectClaim { get; init; } = "sub";

    /// <summary>Claim with the roles: an array of names, or one string with spaces.</summary>
    public string RolesClaim { get; init; } = "roles";

    /// <summary>
    /// Types ("typ" of the header) of access tokens. Id tokens are told apart by their claims as well.
    /// </summary>
    public IReadOnlyList<string> AccessTokenTypes { get; init; } = ["at+jwt", "application/at+jwt", "JWT"];

    /// <summary>Signature algorithms that are believed. Symmetric ones never are.</summary>
    public IReadOnlyList<string> Algorithms { get; init; } = ["RS256", "PS256", "ES256", "ES384"];

    /// <summary>Off only for tests against an authority on the same machine.</summary>
    public bool RequireHttps { get; init; } = true;
}
