using System.Globalization;
using Grpc.Core;
using SupportGrid.Api.V1;
using SupportGrid.Gateway.Identity;
using SupportGrid.Gateway.Tests.Support;
using AdminService = SupportGrid.Api.V1.AdminService;

namespace SupportGrid.Gateway.Tests.Whole;

/// <summary>Each setting of an authority, by tokens that it lets in and keeps out.</summary>
public sealed class OidcSettingsTests : IAsyncLifetime
{
    private const string Payload =
        """{"iss":"ISS","aud":"supportgrid","exp":EXP,"tenant":"acme","sub":"root","roles":["admin"]}""";

    private FakeAuthority _authority = null!;

    public async Task InitializeAsync() => _authority = await FakeAuthority.StartAsync();

    public async Task DisposeAsync() => await _authority.DisposeAsync();

    [Fact]
    public async Task Issuer_Required_IsTheOnlyOneThatIsBelieved()
    {
        await using var gateway = await StartAsync(static o => o with { Issuer = "https://issuer.example" });
        var right = Payload.Replace("ISS", "https://issuer.example", StringComparison.Ordinal);

        await TakenAsync(gateway, right);
        await RefusedAsync(gateway, Payload);
        await RefusedAsync(gateway, right.Replace("issuer.example", "issuer.example/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Claims_OfOtherNames_SayWhoCalls()
    {
        await using var gateway = await StartAsync(static o => o with
        {
            TenantClaim = "org.key", SubjectClaim = "https://acme.example/id", RolesClaim = "groups",
        });
        var named = Payload
            .Replace("\"tenant\":\"acme\"", "\"org\":{\"key\":\"acme\"}", StringComparison.Ordinal)
            .Replace("\"sub\"", "\"https://acme.example/id\"", StringComparison.Ordinal)
            .Replace("\"roles\":[\"admin\"]", "\"groups\":\"staff admin\"", StringComparison.Ordinal);

        await TakenAsync(gateway, named);
        await RefusedAsync(gateway, Payload);
    }

    [Fact]
    public async Task Tenant_Fixed_NeedsNoClaimAndHeedsNone()
    {
        await using var gateway = await StartAsync(static o => o with { Tenant = "main" });
        await TakenAsync(gateway, Payload.Replace("\"tenant\":\"acme\",", "", StringComparison.Ordinal));
        await TakenAsync(gateway, Payload.Replace("\"acme\"", "\"NOT AN ID\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Algorithms_WithoutTheTokens_AreHeeded()
    {
        await using var gateway = await StartAsync(static o => o with { Algorithms = ["ES256", "PS256"] });
        await RefusedAsync(gateway, Payload);
    }

    [Theory]
    [InlineData(0, -5, false)]
    [InlineData(120, -60, true)]
    [InlineData(120, -180, false)]
    public async Task ClockSkew_SaysHowLongAnEndedTokenIsTaken(int skewSeconds, int endsInSeconds, bool isTaken)
    {
        await using var gateway = await StartAsync(static o => o, skewSeconds);
        var end = TimeProvider.System.GetUtcNow().AddSeconds(endsInSeconds).ToUnixTimeSeconds();
        var ended = Payload.Replace("EXP", end.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        if (isTaken)
        {
            await TakenAsync(gateway, ended);
        }
        else
        {
            await RefusedAsync(gateway, ended, "TOKEN_EXPIRED");
        }
    }

    [Fact]
    public async Task Settings_ThatAreWrong_KeepTheServerFromStartingAndAreAllNamed()
    {
        await using var gateway = Gateway(
            static o => o with { Authority = "nowhere", Algorithms = ["RS256", "HS512"], RolesClaim = "a b" }, 301);
        var failed = await Assert.ThrowsAsync<ArgumentException>(gateway.InitializeAsync);
        Assert.All(
            ["Identity.ClockSkewMs", "Identity.Oidc.Authority", "Identity.Oidc.Algorithms", "HS512", "Identity.Oidc.RolesClaim"],
            name => Assert.Contains(name, failed.Message, StringComparison.Ordinal));
    }

    private static async Task<GetConfigurationResponse> CallAsync(RunningGateway gateway, string token) =>
        await new AdminService.AdminServiceClient(gateway.Channel).GetConfigurationAsync(
            new GetConfigurationRequest(), new Metadata { { "authorization", $"Bearer {token}" } });

    private async Task TakenAsync(RunningGateway gateway, string payload) =>
        Assert.Equal(0, (await CallAsync(gateway, _authority.Token(payload))).Version);

    private async Task RefusedAsync(RunningGateway gateway, string payload, string reason = "TOKEN_INVALID")
    {
        var token = _authority.Token(payload);
        var refused = await Assert.ThrowsAsync<RpcException>(() => CallAsync(gateway, token));
        Assert.Equal((StatusCode.Unauthenticated, reason), (refused.StatusCode, refused.Reason()));
    }

    private async Task<RunningGateway> StartAsync(Func<OidcOptions, OidcOptions> change, int skewSeconds = 30)
    {
        var gateway = Gateway(change, skewSeconds);
        await gateway.InitializeAsync();
        return gateway;
    }

    private RunningGateway Gateway(Func<OidcOptions, OidcOptions> change, int skewSeconds)
    {
        var oidc = new OidcOptions { Authority = _authority.Address, Audience = "supportgrid", RequireHttps = false };
        var identity = new IdentityOptions { Oidc = change(oidc), ClockSkewMs = skewSeconds * 1_000 };
        return new RunningGateway(o => o with { Identity = identity });
    }
}
