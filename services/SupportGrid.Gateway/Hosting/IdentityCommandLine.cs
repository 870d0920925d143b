using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Net;
using SupportGrid.Gateway.Identity;

namespace SupportGrid.Gateway.Hosting;

/// <summary>The options of a host's command line that say whose tokens are believed. One object per command.</summary>
public sealed class IdentityCommandLine
{
    private static readonly OidcOptions Default = new() { Authority = "", Audience = "supportgrid" };

    private readonly Option<string?> _authority = Text(
        "--oidc-authority", "OIDC authority that issues the tokens. Default: the local issuer.");

    private readonly Option<string> _audience = Text(
        "--oidc-audience", "Audience that tokens of the authority must name.", Default.Audience);

    private readonly Option<string?> _issuer = Text(
        "--oidc-issuer", "Issuer that tokens must name. Default: the one in the authority's discovery document.");

    private readonly Option<string> _tenantClaim = Text(
        "--oidc-tenant-claim", "Claim with the tenant; with dots a path into nested objects.", Default.TenantClaim);

    private readonly Option<string?> _tenant = Text(
        "--oidc-tenant", "Tenant of every token, for an authority with one tenant; then no claim is read.");

    private readonly Option<string> _subjectClaim = Text(
        "--oidc-subject-claim", "Claim with the id of who calls.", Default.SubjectClaim);

    private readonly Option<string> _rolesClaim = Text(
        "--oidc-roles-claim", "Claim with the roles, such as realm_access.roles.", Default.RolesClaim);

    private readonly Option<string[]> _algorithms = new("--oidc-algorithm")
    {
        Description = "Signature algorithm that is believed; only asymmetric ones. May be repeated. "
            + $"Default: {string.Join(", ", Default.Algorithms)}.",
    };

    private readonly Option<int> _skew = new("--token-clock-skew-seconds")
    {
        Description = "How far the clocks of the issuer and this machine may differ. [0 to 300]",
        DefaultValueFactory = static _ => new IdentityOptions().ClockSkewMs / 1_000,
    };

    private Dictionary<string, Option> BySetting => new(StringComparer.Ordinal)
    {
        ["ClockSkewMs"] = _skew,
        ["Oidc.Authority"] = _authority,
        ["Oidc.Audience"] = _audience,
        ["Oidc.Issuer"] = _issuer,
        ["Oidc.TenantClaim"] = _tenantClaim,
        ["Oidc.Tenant"] = _tenant,
        ["Oidc.SubjectClaim"] = _subjectClaim,
        ["Oidc.RolesClaim"] = _rolesClaim,
        ["Oidc.Algorithms"] = _algorithms,
    };

    /// <summary>Adds the options, and what they must fulfil together.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in BySetting.Values)
        {
            command.Options.Add(option);
        }

        command.Validators.Add(Check);
    }

    /// <summary>What the command line says; it has passed <see cref="Check"/>.</summary>
    public IdentityOptions Read(ParseResult parsed) => Read(parsed.RootCommandResult);

    private void Check(CommandResult result)
    {
        if (BySetting.Values.Any(o => IsGiven(result, o) && result.GetResult(o)!.Tokens.Count == 0))
        {
            // An option without its value: the parser says so itself, and values cannot be asked for.
            return;
        }

        var isGiven = IsGiven(result, _authority);
        foreach (var option in BySetting.Values.Where(o => o != _authority && o != _skew && !isGiven && IsGiven(result, o)))
        {
            result.AddError($"{option.Name} needs {_authority.Name}: the local issuer has rules of its own.");
        }

        if (IsGiven(result, _tenant) && IsGiven(result, _tenantClaim))
        {
            result.AddError($"{_tenant.Name} and {_tenantClaim.Name} exclude each other.");
        }

        foreach (var (setting, problem) in IdentityRules.Check(Read(result)))
        {
            result.AddError($"{BySetting[setting].Name}: it {problem}");
        }
    }

    /// <summary>Defaults are not known yet while the command line is checked.</summary>
    private IdentityOptions Read(SymbolResult result)
    {
        var skew = new IdentityOptions();
        if (IsGiven(result, _skew) && int.TryParse(
            result.GetResult(_skew)!.Tokens[^1].Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var seconds))
        {
            // What is no number at all is the parser's to refuse.
            skew = skew with { ClockSkewMs = (int)Math.Clamp(seconds * 1_000L, -1, int.MaxValue) };
        }

        if (result.GetValue(_authority) is not { } authority)
        {
            return skew;
        }

        var algorithms = result.GetValue(_algorithms);
        return skew with
        {
            Oidc = new OidcOptions
            {
                Authority = authority,
                Audience = result.GetValue(_audience) ?? Default.Audience,
                Issuer = result.GetValue(_issuer),
                TenantClaim = result.GetValue(_tenantClaim) ?? Default.TenantClaim,
                Tenant = result.GetValue(_tenant),
                SubjectClaim = result.GetValue(_subjectClaim) ?? Default.SubjectClaim,
                RolesClaim = result.GetValue(_rolesClaim) ?? Default.RolesClaim,
                Algorithms = algorithms is { Length: > 0 } ? algorithms : Default.Algorithms,
                RequireHttps = !IsOnThisMachine(authority),
            },
        };
    }

    /// <summary>What never leaves the machine needs no encryption.</summary>
    private static bool IsOnThisMachine(string authority) =>
        Uri.TryCreate(authority, UriKind.Absolute, out var address)
        && IPAddress.TryParse(address.Host, out var ip)
        && IPAddress.IsLoopback(ip);

    private static bool IsGiven(SymbolResult result, Option option) =>
        result.GetResult(option) is { Implicit: false };

    private static Option<string?> Text(string name, string description) => new(name) { Description = description };

    private static Option<string> Text(string name, string description, string otherwise) =>
        new(name) { Description = description, DefaultValueFactory = _ => otherwise };
}
