namespace SupportGrid.Gateway.Identity;

/// <summary>Which claims say tenant, subject and roles.</summary>
/// <param name="FixedTenant">Taken instead of a claim if not null.</param>
public sealed record ClaimNames(string Tenant, string? FixedTenant, string Subject, string Roles)
{
    /// <summary>Those of the local issuer.</summary>
    public static ClaimNames Local { get; } = new("tenant", null, "sub", "roles") { Guest = "guest" };

    /// <summary>The claim that makes a caller a guest; null: nobody is one.</summary>
    public string? Guest { get; init; }

    public static ClaimNames Of(OidcOptions options) =>
        new(options.TenantClaim, options.Tenant, options.SubjectClaim, options.RolesClaim);
}
