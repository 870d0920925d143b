using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Tokens;
using SupportGrid.Gateway.Identity;
using SupportGrid.Gateway.Roles;
using SupportGrid.Gateway.Tests.Support;

namespace SupportGrid.Gateway.Tests.Identity;

/// <summary>
/// Tokens that must not be believed. All of them are built by hand, so that no library stops us from lying.
/// </summary>
public sealed class JwtAttackTests : IDisposable
{
    private static readonly IdentityOptions Options = new();

    private readonly TempFolder _folder = new();
    private readonly TestTime _time = new();
    private readonly LocalIssuer _issuer;
    private readonly CallerTokenHandler _handler;
    private readonly TokenValidationParameters _rules;

    public JwtAttackTests()
    {
        _issuer = LocalIssuer.Open(_folder.Path, _time);
        _handler = new CallerTokenHandler(Options, ClaimNames.Local, _time);
        _rules = TokenRules.Local(_issuer, Options, _time);
    }

    [Fact]
    public async Task Validate_IssuedToken_NamesTheCaller()
    {
        var issued = _issuer.Issue("acme", "ann", Role.Customer | Role.Agent, TimeSpan.FromHours(1));
        var caller = await Caller(issued.Token);
        Assert.Equal(new Caller("acme", "ann", Role.Customer | Role.Agent, TestTime.Noon.AddHours(1)), caller);
    }

    [Fact]
    public async Task Validate_HandMadeTokenThatKeepsAllRules_IsBelieved() => Assert.NotNull(await Caller(Signed()));

    [Theory]
    [InlineData("none")]
    [InlineData("None")]
    [InlineData("nOnE")]
    public async Task Validate_NoSignature_IsRefused(string algorithm)
    {
        var header = Header().Replace("ES256", algorithm, StringComparison.Ordinal);
        await Refused($"{Encode(header)}.{Encode(Payload())}.");
        await Refused($"{Encode(header)}.{Encode(Payload())}");
    }

    [Fact]
    public async Task Validate_HmacWithThePublicKeyAsSecret_IsRefused()
    {
        var publicKey = ((ECDsaSecurityKey)_issuer.Key).ECDsa.ExportSubjectPublicKeyInfo();
        byte[][] secrets = [publicKey, Encoding.ASCII.GetBytes(PemEncoding.WriteString("PUBLIC KEY", publicKey)), []];
        foreach (var secret in secrets)
        {
            var body = $"{Encode(Header().Replace("ES256", "HS256", StringComparison.Ordinal))}.{Encode(Payload())}";
            var signature = HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes(body));
            await Refused($"{body}.{Base64UrlEncoder.Encode(signature)}");
        }
    }

    [Theory]
    [InlineData("ES384")]
    [InlineData("RS256")]
    [InlineData("")]
    public async Task Validate_OtherAlgorithmInTheHeader_IsRefused(string algorithm) =>
        await Refused(Signed(Header().Replace("ES256", algorithm, StringComparison.Ordinal)));

    [Theory]
    [InlineData("\"kid\":\"unknown\"")]
    [InlineData("\"kid\":\"\"")]
    [InlineData("\"kid\":\"../../issuer-key.pem\"")]
    [InlineData("\"nokid\":1")]
    public async Task Validate_UnknownOrNoKeyId_IsRefusedThoughTheKeyIsRight(string kid) => await Refused(
        Signed(Header().Replace($"\"kid\":\"{_issuer.Key.KeyId}\"", kid, StringComparison.Ordinal)));

    [Fact]
    public async Task Validate_SignedByAnotherKeyUnderOurKeyId_IsRefused()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await Refused(Signed(key: other));
    }

    [Theory]
    [InlineData("\"jku\":\"https://evil.example/keys\"")]
    [InlineData("\"x5u\":\"https://evil.example/cert\"")]
    [InlineData("\"x5c\":[\"AAAA\"]")]
    [InlineData("\"jwk\":{\"kty\":\"EC\"}")]
    [InlineData("\"crit\":[\"exp\"]")]
    public async Task Validate_HeaderBringsItsOwnKeyOrRule_IsRefused(string extra) =>
        await Refused(Signed(Header().Replace("\"typ\"", $"{extra},\"typ\"", StringComparison.Ordinal)));

    [Theory]
    [InlineData("JWT")]
    [InlineData("id+jwt")]
    [InlineData("dpop+jwt")]
    [InlineData("")]
    public async Task Validate_OtherType_IsRefused(string type) =>
        await Refused(Signed(Header().Replace("at+jwt", type, StringComparison.Ordinal)));

    [Theory]
    [InlineData("\"iss\":\"supportgrid-local\"", "\"iss\":\"somebody\"")]
    [InlineData("\"iss\":\"supportgrid-local\"", "\"iss\":[\"supportgrid-local\"]")]
    [InlineData("\"iss\":\"supportgrid-local\",", "")]
    [InlineData("\"aud\":\"supportgrid\"", "\"aud\":\"another-api\"")]
    [InlineData("\"aud\":\"supportgrid\"", "\"aud\":[]")]
    [InlineData("\"aud\":\"supportgrid\",", "")]
    [InlineData("\"tenant\":\"acme\",", "")]
    [InlineData("\"sub\":\"ann\"", "\"sub\":\"ann/../bob\"")]
    [InlineData("\"sub\":\"ann\"", "\"sub\":\"ann\",\"nonce\":\"n\"")]
    public async Task Validate_WrongClaim_IsRefused(string right, string wrong)
    {
        Assert.Contains(right, Payload(), StringComparison.Ordinal);
        await Refused(Signed(payload: Payload().Replace(right, wrong, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Validate_Times_AreKeptWithTheNamedSkew()
    {
        var skew = TimeSpan.FromMilliseconds(Options.ClockSkewMs);
        var second = TimeSpan.FromSeconds(1);
        Assert.NotNull(await Caller(Signed(payload: Payload(expires: TestTime.Noon - skew + second))));
        await Refused<SecurityTokenExpiredException>(Signed(payload: Payload(expires: TestTime.Noon - skew)));
        Assert.NotNull(await Caller(Signed(payload: Payload(notBefore: TestTime.Noon + skew))));
        await Refused(Signed(payload: Payload(notBefore: TestTime.Noon + skew + second)));
    }

    [Fact]
    public async Task Validate_NoExpiry_IsRefused()
    {
        var payload = Payload();
        var start = payload.IndexOf("\"exp\"", StringComparison.Ordinal);
        await Refused(Signed(payload: payload.Remove(start, payload.IndexOf(',', start) - start + 1)));
    }

    [Fact]
    public async Task Validate_RememberedToken_IsForgottenWhenItExpires()
    {
        var token = _issuer.Issue("acme", "ann", Role.Customer, TimeSpan.FromMinutes(1)).Token;
        Assert.NotNull(await Caller(token));
        Assert.Equal(1, _handler.Cached);
        _time.Move(TimeSpan.FromMinutes(1) + TimeSpan.FromMilliseconds(Options.ClockSkewMs));
        await Refused<SecurityTokenExpiredException>(token);
        Assert.Equal(0, _handler.Cached);
    }

    [Fact]
    public async Task Validate_ChangedByteAnywhere_IsRefused()
    {
        var token = _issuer.Issue("acme", "ann", Role.Customer, TimeSpan.FromHours(1)).Token;
        Assert.NotNull(await Caller(token));
        for (var at = 0; at < token.Length; at++)
        {
            var changed = token[..at] + (token[at] == 'A' ? 'B' : 'A') + token[(at + 1)..];

            // The last character of a part carries bits that do not count.
            if (at + 1 < token.Length && token[at + 1] != '.' && token[at] != '.')
            {
                await Refused(changed);
            }
        }
    }

    [Fact]
    public async Task Validate_AnyText_IsRefusedWithoutThrowing()
    {
        var random = new Random(11);
        for (var round = 0; round < 3_000; round++)
        {
            var bytes = new byte[random.Next(0, 200)];
            random.NextBytes(bytes);
            await Refused(new string([.. bytes.Select(b => b % 7 == 0 ? '.' : (char)('0' + (b % 75)))]));
        }

        await Refused(new string('a', 20_000));
        await Refused("");
    }

    [Fact]
    public void ToString_IssuedToken_DoesNotShowTheToken()
    {
        var issued = _issuer.Issue("acme", "ann", Role.Customer, TimeSpan.FromHours(1));
        Assert.DoesNotContain(issued.Token, issued.ToString(), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _issuer.Dispose();
        _folder.Dispose();
    }

    private static string Encode(string json) => Base64UrlEncoder.Encode(json);

    private static string Payload(DateTimeOffset? expires = null, DateTimeOffset? notBefore = null)
    {
        var exp = (expires ?? TestTime.Noon.AddHours(1)).ToUnixTimeSeconds();
        var nbf = (notBefore ?? TestTime.Noon).ToUnixTimeSeconds();
        var who = "\"tenant\":\"acme\",\"sub\":\"ann\",\"roles\":[\"customer\"]";
        return $$"""{"iss":"supportgrid-local","aud":"supportgrid","exp":{{exp}},"nbf":{{nbf}},{{who}}}""";
    }

    private string Header() => $$"""{"alg":"ES256","kid":"{{_issuer.Key.KeyId}}","typ":"at+jwt"}""";

    private string Signed(string? header = null, string? payload = null, ECDsa? key = null)
    {
        var body = $"{Encode(header ?? Header())}.{Encode(payload ?? Payload())}";
        var signature = (key ?? ((ECDsaSecurityKey)_issuer.Key).ECDsa).SignData(
            Encoding.ASCII.GetBytes(body), HashAlgorithmName.SHA256);
        return $"{body}.{Base64UrlEncoder.Encode(signature)}";
    }

    private async Task<Caller?> Caller(string token)
    {
        var result = await _handler.ValidateTokenAsync(token, _rules);
        return result.IsValid ? ((CallerIdentity)result.ClaimsIdentity).Caller : null;
    }

    private Task Refused(string token) => Refused<Exception>(token);

    private async Task Refused<TException>(string token)
        where TException : Exception
    {
        var result = await _handler.ValidateTokenAsync(token, _rules);
        Assert.False(result.IsValid, $"Believed: {token}");
        Assert.IsAssignableFrom<TException>(result.Exception);
    }
}
