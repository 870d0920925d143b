namespace SupportGrid.Gateway.Identity;

/// <summary>What the settings of an authority must fulfil before a server starts with them.</summary>
public static class IdentityRules
{
    /// <summary>How far the clocks of issuer and gateway may be allowed to differ.</summary>
    public const int ClockSkewMsMax = 300_000;

    private const int ClaimLengthMax = 200;

    private static readonly string[] Asymmetric =
        ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"];

    /// <summary>Everything that is wrong, each with the name of its setting, such as <c>Oidc.Algorithms</c>.</summary>
    public static IEnumerable<(string Setting, string Problem)> Check(IdentityOptions options)
    {
        if (options.ClockSkewMs is < 0 or > ClockSkewMsMax)
        {
            yield return (
                nameof(options.ClockSkewMs),
                $"is 0 to {ClockSkewMsMax / 1_000} seconds, not {options.ClockSkewMs / 1_000}.");
        }

        foreach (var (setting, problem) in options.Oidc is { } oidc ? Check(oidc) : [])
        {
            yield return ($"{nameof(options.Oidc)}.{setting}", problem);
        }
    }

    /// <exception cref="ArgumentException">A setting is wrong; the message names each.</exception>
    internal static void Demand(IdentityOptions options)
    {
        var problems = Check(options).Select(static p => $"Identity.{p.Setting} {p.Problem}").ToArray();
        if (problems.Length > 0)
        {
            throw new ArgumentException(string.Join(" ", problems), nameof(options));
        }
    }

    private static IEnumerable<(string Setting, string Problem)> Check(OidcOptions oidc)
    {
        if (AddressProblem(oidc) is { } address)
        {
            yield return (nameof(oidc.Authority), address);
        }

        if (string.IsNullOrWhiteSpace(oidc.Audience))
        {
            yield return (nameof(oidc.Audience), "is empty: every token would do, whatever it was issued for.");
        }

        if (oidc.Issuer is not null && string.IsNullOrWhiteSpace(oidc.Issuer))
        {
            yield return (
                nameof(oidc.Issuer),
                "is empty; leave it out to take the issuer of the authority's discovery document.");
        }

        if (oidc.Tenant is { } tenant && !IdFormat.IsValid(tenant))
        {
            yield return (nameof(oidc.Tenant), $"{IdFormat.Rule}, not \"{tenant}\".");
        }

        (string Setting, string Path)[] claims =
        [
            (nameof(oidc.TenantClaim), oidc.TenantClaim),
            (nameof(oidc.SubjectClaim), oidc.SubjectClaim),
            (nameof(oidc.RolesClaim), oidc.RolesClaim),
        ];
        foreach (var (setting, path) in claims.Where(static c => !IsPath(c.Path)))
        {
            yield return (
                setting,
                $"is a claim's name or a path of names with dots, up to {ClaimLengthMax} characters without spaces, "
                + $"not \"{path}\".");
        }

        if (oidc.Algorithms.Count == 0)
        {
            yield return (nameof(oidc.Algorithms), "names none: no token could be believed.");
        }

        foreach (var algorithm in oidc.Algorithms.Where(static a => !Asymmetric.Contains(a, StringComparer.Ordinal)))
        {
            yield return (nameof(oidc.Algorithms), AlgorithmProblem(algorithm));
        }
    }

    private static string? AddressProblem(OidcOptions oidc) =>
        !Uri.TryCreate(oidc.Authority, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https")
            ? $"must be an address such as https://login.example.org, not \"{oidc.Authority}\"."
            : oidc.RequireHttps && address.Scheme != Uri.UriSchemeHttps
            ? "must be https: whoever can change its answers can make tokens."
            : null;

    private static bool IsPath(string path) =>
        path.Length is > 0 and <= ClaimLengthMax
        && !path.Any(static c => char.IsWhiteSpace(c) || char.IsControl(c))
        && (Uri.IsWellFormedUriString(path, UriKind.Absolute)
            || Array.TrueForAll(path.Split('.'), static s => s.Length > 0));

    private static string AlgorithmProblem(string algorithm) =>
        algorithm.StartsWith("HS", StringComparison.OrdinalIgnoreCase)
            ? $"cannot have {algorithm}: it is symmetric, so whoever can check a token can make one."
            : $"must be of {string.Join(", ", Asymmetric)}, not \"{algorithm}\".";
}
