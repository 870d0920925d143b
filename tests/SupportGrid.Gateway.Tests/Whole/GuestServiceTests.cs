using System.Net;
using Grpc.Core;
using SupportGrid.Api.V1;
using SupportGrid.Gateway.Guests;
using SupportGrid.Gateway.Roles;
using SupportGrid.Gateway.Tests.Support;
using SupportGrid.Gateway.Tests.Whole.Refusals;

namespace SupportGrid.Gateway.Tests.Whole;

/// <summary>A gateway of its own, whose clock can be set and where an address may start few sessions.</summary>
public sealed class GuestServiceTests : IAsyncLifetime
{
    private const int Burst = 12;

    private const string Yaml = """
        queues: { lobby: { display-name: Lobby }, inner: { display-name: Inner } }
        agents: { ana: { display-name: Ana }, ben: { display-name: Ben } }
        chat: { queues: [lobby], title: Help, greeting: "How can we help?" }
        """;

    private readonly RefusalClock _clock = new();
    private readonly RunningGateway _gateway;

    public GuestServiceTests() => _gateway = new RunningGateway(
        o => o with { GuestAddressStartsBurstMax = Burst },
        services => Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions
            .AddSingleton<TimeProvider>(services, _clock));

    public Task InitializeAsync() => _gateway.InitializeAsync();

    public Task DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task StartGuestSession_QueueOfGuests_GivesATokenThatChatsThereAndNowhereElse()
    {
        var floor = await Floor.Open(_gateway, Yaml);
        var session = await Start(floor);
        Assert.StartsWith(GuestTokens.Prefix, session.CustomerId, StringComparison.Ordinal);
        Assert.Equal(("Help", "How can we help?"), (session.Title, session.Greeting));
        Assert.Equal(TimeSpan.FromHours(1), session.ExpiresIn.ToTimeSpan());
        Assert.False(session.Renewed);

        var opened = await Open(floor, session, "lobby");
        Assert.NotEmpty(opened.InteractionId);
        var refused = await Assert.ThrowsAsync<RpcException>(() => Open(floor, session, "inner"));
        Assert.Equal((StatusCode.PermissionDenied, "GUESTS_NOT_ADMITTED"), (refused.StatusCode, refused.Reason()));
        var denied = await Assert.ThrowsAsync<RpcException>(async () => await floor.Desk.SignInAsync(
            new SignInRequest { RequestId = floor.Next() }, As(session)));
        Assert.Equal("ROLE_MISSING", denied.Reason());
    }

    [Fact]
    public async Task StartGuestSession_UnknownTenantOrQueueOrNoGuests_AllGetTheSameAnswer()
    {
        var floor = await Floor.Open(_gateway, Yaml);
        foreach (var (tenant, queue) in new[] { ("nobody", "lobby"), (floor.Tenant, "nowhere"), (floor.Tenant, "inner") })
        {
            var refused = await Assert.ThrowsAsync<RpcException>(async () => await floor.Guests.StartGuestSessionAsync(
                new StartGuestSessionRequest { Tenant = tenant, Queue = queue }));
            Assert.Equal("GUESTS_NOT_ADMITTED", refused.Reason());
        }
    }

    [Fact]
    public async Task StartGuestSession_WithTheTokenBefore_KeepsTheCustomerAlsoAfterSleep()
    {
        var floor = await Floor.Open(_gateway, Yaml);
        var first = await Start(floor);
        var second = await Start(floor, first.Token);
        Assert.True(second.Renewed);
        Assert.Equal(first.CustomerId, second.CustomerId);

        _clock.StepTo(_clock.GetUtcNow().AddHours(24.9));
        var third = await Start(floor, second.Token);
        Assert.Equal((true, first.CustomerId), (third.Renewed, third.CustomerId));
        Assert.NotEmpty((await Open(floor, third, "lobby")).InteractionId);

        _clock.StepTo(_clock.GetUtcNow().AddHours(25.1));
        var late = await Start(floor, third.Token);
        Assert.False(late.Renewed);
        Assert.NotEqual(first.CustomerId, late.CustomerId);
    }

    [Fact]
    public async Task StartGuestSession_RenewedForAWeek_BeginsAnew()
    {
        var floor = await Floor.Open(_gateway, Yaml);
        var session = await Start(floor);
        for (var day = 0; day < 6; day++)
        {
            _clock.StepTo(_clock.GetUtcNow().AddDays(1));
            session = await Start(floor, session.Token);
            Assert.True(session.Renewed);
        }

        _clock.StepTo(_clock.GetUtcNow().AddDays(1));
        Assert.False((await Start(floor, session.Token)).Renewed);
    }

    [Fact]
    public async Task StartGuestSession_TokenThatIsNoGuestsOrOfAnotherTenant_IsOfNoUse()
    {
        var floor = await Floor.Open(_gateway, Yaml);
        var other = await Floor.Open(_gateway, Yaml);
        var ann = _gateway.Issuer.Issue(floor.Tenant, "guest-ann", Role.Customer, TimeSpan.FromHours(1)).Token;
        var foreign = (await Start(other)).Token;
        foreach (var token in new[] { ann, foreign, "junk", foreign + "x" })
        {
            Assert.False((await Start(floor, token)).Renewed);
        }
    }

    [Fact]
    public async Task StartGuestSession_TooManyFromOneAddress_IsLimitedWithATimeToWait()
    {
        var floor = await Floor.Open(_gateway, Yaml);
        for (var n = 0; n < Burst; n++)
        {
            await Start(floor);
        }

        var limited = await Assert.ThrowsAsync<RpcException>(() => Start(floor));
        Assert.Equal((StatusCode.ResourceExhausted, "RATE_LIMITED"), (limited.StatusCode, limited.Reason()));
        Assert.NotNull(limited.Detail<Google.Rpc.RetryInfo>());
    }

    [Theory]
    [InlineData("203.0.113.7", "203.0.113.7", true)]
    [InlineData("203.0.113.7", "203.0.113.8", false)]
    [InlineData("203.0.113.7", "::ffff:203.0.113.7", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::2", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    public void KeyOf_TwoAddresses_AreOneInTheSameNetwork(string one, string other, bool same) => Assert.Equal(
        same, GuestLimits.KeyOf(IPAddress.Parse(one)) == GuestLimits.KeyOf(IPAddress.Parse(other)));

    private static async Task<StartGuestSessionResponse> Start(Floor floor, string token = "") =>
        await floor.Guests.StartGuestSessionAsync(
            new StartGuestSessionRequest { Tenant = floor.Tenant, Queue = "lobby", Token = token });

    private static async Task<OpenInteractionResponse> Open(
        Floor floor, StartGuestSessionResponse session, string queue) =>
        await floor.Customers.OpenInteractionAsync(
            new OpenInteractionRequest { RequestId = floor.Next(), Channel = Channel.Chat, Queue = queue },
            As(session));

    private static Metadata As(StartGuestSessionResponse session) =>
        new() { { "authorization", $"Bearer {session.Token}" } };
}
