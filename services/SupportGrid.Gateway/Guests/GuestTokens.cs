using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using SupportGrid.Gateway.Identity;

namespace SupportGrid.Gateway.Guests;

/// <summary>
/// Makes tokens of guests, and new ones of old ones: a guest stays the same customer through reload and sleep, without
/// a secret that lives long.
/// </summary>
public sealed class GuestTokens(LocalIssuer issuer, GatewayOptions options, TimeProvider time)
{
    /// <summary>What ids of guests begin with.</summary>
    public const string Prefix = "guest-";

    /// <summary>Bytes of chance in an id: nobody guesses another guest's.</summary>
    private const int IdBytes = 15;

    private readonly JsonWebTokenHandler _jwt = new()
    {
        MapInboundClaims = false, MaximumTokenSizeInBytes = options.Identity.TokenLengthMax,
    };

    /// <param name="before">The token of the session before; empty or of no use: a new customer begins.</param>
    public async Task<GuestSession> Start(string tenant, string before)
    {
        var now = time.GetUtcNow();
        var lifetime = TimeSpan.FromMilliseconds(options.GuestTokenMs);
        if (before.Length > 0 && await Read(before, now) is { } old && old.Tenant == tenant)
        {
            var renewed = issuer.IssueGuest(tenant, old.Customer, old.StartedAt, lifetime);
            return new GuestSession(renewed.Token, old.Customer, lifetime, IsRenewed: true);
        }

        var customer = Prefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes));
        var issued = issuer.IssueGuest(tenant, customer, now, lifetime);
        return new GuestSession(issued.Token, customer, lifetime, IsRenewed: false);
    }

    /// <returns>Null for what is no token of a guest, or one that is too old to go on with.</returns>
    private async Task<OldSession?> Read(string token, DateTimeOffset now)
    {
        var rules = TokenRules.Local(issuer, options.Identity, time);
        rules.LifetimeValidator = (_, expires, _, _) =>
            expires is { } end && now.UtcDateTime < end + TimeSpan.FromMilliseconds(options.GuestRenewMs);
        var result = await _jwt.ValidateTokenAsync(token, rules);
        if (!result.IsValid)
        {
            return null;
        }

        using var payload = JsonDocument.Parse(
            Base64UrlEncoder.DecodeBytes(((JsonWebToken)result.SecurityToken).EncodedPayload));
        var claims = payload.RootElement;
        if (CallerReader.Read(claims, ClaimNames.Local, now) is not { IsGuest: true } caller
            || !claims.TryGetProperty(LocalIssuer.StartedClaim, out var started)
            || !started.TryGetInt64(out var seconds))
        {
            return null;
        }

        var startedAt = DateTimeOffset.FromUnixTimeSeconds(seconds);
        return now - startedAt < TimeSpan.FromMilliseconds(options.GuestSessionMs)
            ? new OldSession(caller.Tenant, caller.Subject, startedAt)
            : null;
    }

    private sealed record OldSession(string Tenant, string Customer, DateTimeOffset StartedAt);
}
