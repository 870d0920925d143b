using Grpc.Core;
using SupportGrid.Api.V1;
using SupportGrid.Gateway.Identity;
using SupportGrid.Gateway.Tests.Support;
using AdminService = SupportGrid.Api.V1.AdminService;

namespace SupportGrid.Gateway.Tests.Whole;

/// <summary>A gateway that believes an authority instead of its own issuer.</summary>
public sealed class OidcTests : IAsyncLifetime
{
    private const string Payload =
        """{"iss":"ISS","aud":"supportgrid","exp":EXP,"org":"acme","sub":"root","realm_access":{"roles":["admin"]}}""";

    private FakeAuthority _authority = null!;
    private RunningGateway _gateway = null!;

    public async Task InitializeAsync()
    {
        _authority = await FakeAuthority.StartAsync();
        _gateway = new RunningGateway(o => o with
        {
            Identity = new IdentityOptions
            {
                Oidc = new OidcOptions
                {
                    Authority = _authority.Address,
                    Audience = "supportgrid",
                    TenantClaim = "org",
                    RolesClaim = "realm_access.roles",
                    RequireHttps = false,
                },
            },
        });
        await _gateway.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await _gateway.DisposeAsync();
        await _authority.DisposeAsync();
    }

    [Fact]
    public async Task Call_TokenOfTheAuthority_IsBelievedAndNamesTheCaller()
    {
        var got = await Call(_authority.Token(Payload));
        Assert.Equal(0, got.Version);
    }

    [Fact]
    public async Task IssueToken_WithAnAuthority_IsRefused()
    {
        var refused = await Assert.ThrowsAsync<RpcException>(async () => await Client.IssueTokenAsync(
            new IssueTokenRequest { Subject = "sue", Roles = { "admin" } }, Bearer(_authority.Token(Payload))));
        Assert.Equal((StatusCode.FailedPrecondition, "LOCAL_ISSUER_OFF"), (refused.StatusCode, refused.Reason()));
    }

    [Fact]
    public async Task StartGuestSession_WithAnAuthority_IsRefused()
    {
        var refused = await Assert.ThrowsAsync<RpcException>(
            async () => await new GuestService.GuestServiceClient(_gateway.Channel).StartGuestSessionAsync(
                new StartGuestSessionRequest { Tenant = "acme", Queue = "general" }));
        Assert.Equal((StatusCode.FailedPrecondition, "LOCAL_ISSUER_OFF"), (refused.StatusCode, refused.Reason()));
    }

    [Theory]
    [InlineData("\"aud\":\"supportgrid\"", "\"aud\":\"another\"")]
    [InlineData("\"iss\":\"ISS\"", "\"iss\":\"http://evil.example\"")]
    [InlineData("\"org\":\"acme\",", "")]
    [InlineData("\"sub\":\"root\"", "\"sub\":\"root\",\"nonce\":\"n\"")]
    [InlineData("\"exp\":EXP,", "")]
    [InlineData("\"exp\":EXP", "\"exp\":EXP,\"nbf\":99999999999")]
    public async Task Call_WrongClaim_IsRefused(string right, string wrong)
    {
        Assert.Contains(right, Payload, StringComparison.Ordinal);
        await Refused(_authority.Token(Payload.Replace(right, wrong, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Call_HeaderNamesAnAddress_IsRefusedAndTheAddressIsNeverAsked()
    {
        await Refused(_authority.Token(Payload, extraHeader: $",\"jku\":\"{_authority.Address}/evil-jku\""));
        await Refused(_authority.Token(Payload, extraHeader: $",\"x5u\":\"{_authority.Address}/evil-x5u\""));
        await Refused(_authority.Token(Payload, type: "id+jwt"));
        Assert.DoesNotContain(_authority.Asked, path => path.Contains("evil", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Call_AuthorityIsDown_IsRefused()
    {
        var token = _authority.Token(Payload);
        await _authority.DisposeAsync();
        await Refused(token);
    }

    private AdminService.AdminServiceClient Client => new(_gateway.Channel);

    private static Metadata Bearer(string token) => new() { { "authorization", $"Bearer {token}" } };

    private async Task<GetConfigurationResponse> Call(string token) =>
        await Client.GetConfigurationAsync(new GetConfigurationRequest(), Bearer(token));

    private async Task Refused(string token)
    {
        var refused = await Assert.ThrowsAsync<RpcException>(() => Call(token));
        Assert.Equal((StatusCode.Unauthenticated, "TOKEN_INVALID"), (refused.StatusCode, refused.Reason()));
    }
}
