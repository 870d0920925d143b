using Microsoft.IdentityModel.Tokens;

namespace SupportGrid.Gateway.Identity;

/// <summary>
/// What a token must fulfil, for both kinds of issuer. Everything is checked; nothing is left to defaults.
/// </summary>
public static class TokenRules
{
    public static TokenValidationParameters Local(LocalIssuer issuer, IdentityOptions options, TimeProvider time)
    {
        var rules = Common(options, time);
        rules.ValidIssuer = LocalIssuer.Issuer;
        rules.ValidAudience = LocalIssuer.Audience;
        rules.ValidTypes = [LocalIssuer.TokenType];
        rules.ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256];
        rules.IssuerSigningKey = issuer.Key;
        return rules;
    }

    /// <summary>
    /// Keys come from the authority's discovery document, and so does the issuer if none is required.
    /// </summary>
    public static TokenValidationParameters Oidc(OidcOptions oidc, IdentityOptions options, TimeProvider time)
    {
        var rules = Common(options, time);
        if (oidc.Issuer is { } required)
        {
            // The library would believe the issuer of the discovery document beside the one that is required.
            rules.IssuerValidator = (issuer, _, _) => string.Equals(issuer, required, StringComparison.Ordinal)
                ? issuer
                : throw new SecurityTokenInvalidIssuerException("The token is of another issuer.");
        }

        rules.ValidAudience = oidc.Audience;
        rules.ValidTypes = oidc.AccessTokenTypes;
        rules.ValidAlgorithms = oidc.Algorithms;
        return rules;
    }

    private static TokenValidationParameters Common(IdentityOptions options, TimeProvider time)
    {
        var skew = TimeSpan.FromMilliseconds(options.ClockSkewMs);
        return new TokenValidationParameters
        {
            ValidateIssuer = true,
            ValidateAudience = true,
            ValidateLifetime = true,
            ValidateIssuerSigningKey = true,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            RequireAudience = true,
            // A key id that is not known is refused; other keys are not tried in its place.
            TryAllIssuerSigningKeys = false,
            ClockSkew = skew,
            LifetimeValidator = (notBefore, expires, _, _) =>
                IsInTime(notBefore, expires, skew, time.GetUtcNow().UtcDateTime),
        };
    }

    private static bool IsInTime(DateTime? notBefore, DateTime? expires, TimeSpan skew, DateTime now)
    {
        if (expires is not { } end)
        {
            return false;
        }

        return now < end + skew
            ? notBefore is not { } start || now >= start - skew
            : throw new SecurityTokenExpiredException("The token has expired.") { Expires = end };
    }
}
