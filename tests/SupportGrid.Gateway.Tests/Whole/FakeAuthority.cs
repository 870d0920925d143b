using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;

namespace SupportGrid.Gateway.Tests.Whole;

/// <summary>An OpenID Connect authority on a real port: discovery, keys, and tokens signed as told.</summary>
internal sealed class FakeAuthority : IAsyncDisposable
{
    public const string KeyId = "rsa-1";

    private readonly RSA _key = RSA.Create(2_048);
    private readonly WebApplication _app;

    private FakeAuthority(WebApplication app) => _app = app;

    /// <summary>Paths that were asked for.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    public string Address { get; private set; } = "";

    public static async Task<FakeAuthority> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var authority = new FakeAuthority(builder.Build());
        authority._app.Run(authority.Answer);
        await authority._app.StartAsync();
        authority.Address = authority._app.Services.GetRequiredService<IServer>()
            .Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return authority;
    }

    /// <summary>A token with this payload; "ISS" stands for the authority's address, "EXP" for in an hour.</summary>
    public string Token(string payload, string type = "at+jwt", string extraHeader = "")
    {
        var header = $$"""{"alg":"RS256","kid":"{{KeyId}}","typ":"{{type}}"{{extraHeader}}}""";
        var claims = payload
            .Replace("ISS", Address, StringComparison.Ordinal)
            .Replace("EXP", TimeProvider.System.GetUtcNow().AddHours(1).ToUnixTimeSeconds().ToString(
                System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        var body = $"{Base64UrlEncoder.Encode(header)}.{Base64UrlEncoder.Encode(claims)}";
        var bytes = Encoding.ASCII.GetBytes(body);
        var signature = _key.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return $"{body}.{Base64UrlEncoder.Encode(signature)}";
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _key.Dispose();
    }

    private Task Answer(HttpContext context)
    {
        var path = context.Request.Path.ToString();
        Asked.Enqueue(path);
        context.Response.ContentType = "application/json";
        var key = _key.ExportParameters(false);
        var (n, e) = (Base64UrlEncoder.Encode(key.Modulus!), Base64UrlEncoder.Encode(key.Exponent!));
        return context.Response.WriteAsync(path switch
        {
            "/.well-known/openid-configuration" => $$"""{"issuer":"{{Address}}","jwks_uri":"{{Address}}/keys"}""",
            "/keys" => $$"""{"keys":[{"kty":"RSA","use":"sig","kid":"{{KeyId}}","n":"{{n}}","e":"{{e}}"}]}""",
            _ => "{}",
        });
    }
}
