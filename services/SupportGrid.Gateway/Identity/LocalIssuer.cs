using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using SupportGrid.Gateway.Roles;

namespace SupportGrid.Gateway.Identity;

/// <summary>Issues tokens for installations without an identity provider, and for tests.</summary>
public sealed class LocalIssuer : IDisposable
{
    public const string Issuer = "supportgrid-local";
    public const string Audience = "supportgrid";

    /// <summary>The type of our access tokens (RFC 9068).</summary>
    public const string TokenType = "at+jwt";

    /// <summary>When a guest came first, in seconds since 1970.</summary>
    internal const string StartedClaim = "auth_time";

    /// <summary>
    /// Without the library's process-wide cache: it is by key id, and would hand a second issuer of the same key the
    /// closed key of the first.
    /// </summary>
    private static readonly CryptoProviderFactory Signing = new() { CacheSignatureProviders = false };

    private readonly ECDsaSecurityKey _key;
    private readonly TimeProvider _time;
    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false };

    private LocalIssuer(ECDsaSecurityKey key, TimeProvider time)
    {
        _key = key;
        _time = time;
    }

    /// <summary>The key that its tokens are checked with.</summary>
    public SecurityKey Key => _key;

    /// <summary>The issuer of a data folder; makes its key on the first start.</summary>
    public static LocalIssuer Open(string dataFolder, TimeProvider time) => new(LocalKey.Open(dataFolder), time);

    /// <exception cref="ArgumentException">Tenant or subject has not the form of an id.</exception>
    public IssuedToken Issue(string tenant, string subject, Role roles, TimeSpan lifetime) =>
        Issue(tenant, subject, roles, lifetime, []);

    /// <summary>A token of a visitor who did not prove anything.</summary>
    /// <param name="startedAt">When the visitor came first; it stays when the token is renewed.</param>
    public IssuedToken IssueGuest(string tenant, string subject, DateTimeOffset startedAt, TimeSpan lifetime) =>
        Issue(
            tenant,
            subject,
            Role.Customer,
            lifetime,
            [
                KeyValuePair.Create(ClaimNames.Local.Guest!, (object)true),
                KeyValuePair.Create(StartedClaim, (object)startedAt.ToUnixTimeSeconds()),
            ]);

    private IssuedToken Issue(
        string tenant,
        string subject,
        Role roles,
        TimeSpan lifetime,
        IEnumerable<KeyValuePair<string, object>> more)
    {
        foreach (var id in (ReadOnlySpan<string>)[tenant, subject])
        {
            if (!IdFormat.IsValid(id))
            {
                throw new ArgumentException($"\"{id}\" is no id: it {IdFormat.Rule}.");
            }
        }

        var now = _time.GetUtcNow();
        var expiresAt = DateTimeOffset.FromUnixTimeSeconds((now + lifetime).ToUnixTimeSeconds());
        var token = _handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Audience,
            TokenType = TokenType,
            IssuedAt = now.UtcDateTime,
            NotBefore = now.UtcDateTime,
            Expires = expiresAt.UtcDateTime,
            Claims = new Dictionary<string, object>(more)
            {
                ["jti"] = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12)),
                [ClaimNames.Local.Tenant] = tenant,
                [ClaimNames.Local.Subject] = subject,
                [ClaimNames.Local.Roles] = RoleNames.NamesOf(roles).ToArray(),
            },
            SigningCredentials = new SigningCredentials(_key, SecurityAlgorithms.EcdsaSha256)
            {
                CryptoProviderFactory = Signing,
            },
        });
        return new IssuedToken(token, expiresAt);
    }

    public void Dispose() => _key.ECDsa.Dispose();
}
