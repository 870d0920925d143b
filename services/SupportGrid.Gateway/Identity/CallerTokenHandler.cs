using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace SupportGrid.Gateway.Identity;

/// <summary>
/// Validates bearer tokens and reads the caller from them. A valid token is remembered for a while: its signature costs
/// more than everything else the edge does for a call.
/// </summary>
public sealed class CallerTokenHandler : TokenHandler
{
    /// <summary>
    /// Headers that name a key or a rule of the token's own choosing: a token with one is not looked at.
    /// </summary>
    private static readonly string[] RefusedHeaders = ["jku", "x5u", "jwk", "x5c", "crit"];

    private readonly JsonWebTokenHandler _jwt;
    private readonly ClaimNames _names;
    private readonly BoundedCache<string, Validated> _cache;
    private readonly TimeSpan _cachedFor;
    private readonly TimeSpan _skew;
    private readonly TimeProvider _time;

    public CallerTokenHandler(IdentityOptions options, ClaimNames names, TimeProvider time)
    {
        _jwt = new JsonWebTokenHandler { MapInboundClaims = false, MaximumTokenSizeInBytes = options.TokenLengthMax };
        _names = names;
        _cache = new BoundedCache<string, Validated>(options.CachedTokensMax);
        _cachedFor = TimeSpan.FromMilliseconds(options.CachedTokenMs);
        _skew = TimeSpan.FromMilliseconds(options.ClockSkewMs);
        _time = time;
    }

    /// <summary>Tokens remembered now.</summary>
    public int Cached => _cache.Count;

    /// <inheritdoc />
    public override SecurityToken ReadToken(string token) => _jwt.ReadJsonWebToken(token);

    /// <inheritdoc />
    public override async Task<TokenValidationResult> ValidateTokenAsync(
        string token, TokenValidationParameters validationParameters)
    {
        var now = _time.GetUtcNow();
        if (_cache.Find(token) is { } known)
        {
            if (now < known.Until)
            {
                return known.Result;
            }

            _cache.Forget(token);
        }

        var result = await ValidateAsync(token, validationParameters);
        if (result is { IsValid: true, ClaimsIdentity: CallerIdentity identity })
        {
            var end = identity.Caller.ExpiresAt + _skew;
            _cache.Keep(token, new Validated(result, end < now + _cachedFor ? end : now + _cachedFor));
        }

        return result;
    }

    private async Task<TokenValidationResult> ValidateAsync(string token, TokenValidationParameters parameters)
    {
        var result = await _jwt.ValidateTokenAsync(token, parameters);
        if (!result.IsValid)
        {
            return result;
        }

        var jwt = (JsonWebToken)result.SecurityToken;
        if (Array.Exists(RefusedHeaders, h => jwt.TryGetHeaderValue<object>(h, out _)))
        {
            return Refused("The token's header names a key or a rule of its own.");
        }

        using var payload = JsonDocument.Parse(Base64UrlEncoder.DecodeBytes(jwt.EncodedPayload));
        var expiresAt = new DateTimeOffset(DateTime.SpecifyKind(jwt.ValidTo, DateTimeKind.Utc));
        var caller = CallerReader.Read(payload.RootElement, _names, expiresAt);
        if (caller is null)
        {
            return Refused("The token is no access token, or names no tenant and subject in the form of our ids.");
        }

        return new TokenValidationResult
        {
            IsValid = true, ClaimsIdentity = new CallerIdentity(caller), SecurityToken = jwt,
        };
    }

    private static TokenValidationResult Refused(string why) =>
        new() { IsValid = false, Exception = new SecurityTokenValidationException(why) };

    private sealed record Validated(TokenValidationResult Result, DateTimeOffset Until);
}
