using System.Net;
using Grpc.Core;
using Grpc.Health.V1;
using Microsoft.AspNetCore.Http;
using SupportGrid.Api.V1;
using SupportGrid.Gateway.Roles;
using SupportGrid.Gateway.Tests.Support;

namespace SupportGrid.Gateway.Tests.Whole;

[Collection(GatewayCollection.Name)]
public sealed class EdgeTests(RunningGateway gateway)
{
    private static readonly ListAgentsRequest Anything = new();

    private SupervisionService.SupervisionServiceClient Client => new(gateway.Channel);

    [Theory]
    [InlineData("", "TOKEN_MISSING")]
    [InlineData("Bearer rubbish", "TOKEN_INVALID")]
    [InlineData("Bearer a.b.c", "TOKEN_INVALID")]
    [InlineData("Basic YTpi", "TOKEN_MISSING")]
    public async Task Call_WithoutAValidToken_IsUnauthenticated(string authorization, string reason)
    {
        var headers = authorization.Length == 0 ? [] : new Metadata { { "authorization", authorization } };
        var refused = await Assert.ThrowsAsync<RpcException>(async () =>
            await Client.ListAgentsAsync(Anything, headers));
        Assert.Equal((StatusCode.Unauthenticated, reason), (refused.StatusCode, refused.Reason()));
    }

    [Fact]
    public async Task Call_ExpiredToken_IsToldSo()
    {
        var token = gateway.Issuer.Issue("acme", "boss", Role.Supervisor, TimeSpan.FromMinutes(-5)).Token;
        var refused = await Assert.ThrowsAsync<RpcException>(
            async () =>
                await Client.ListAgentsAsync(Anything, new Metadata { { "authorization", $"Bearer {token}" } }));
        Assert.Equal((StatusCode.Unauthenticated, "TOKEN_EXPIRED"), (refused.StatusCode, refused.Reason()));
    }

    [Fact]
    public async Task Call_RequestOverTheLimit_IsRefusedBeforeItIsRead()
    {
        var floor = await Floor.Open(gateway);
        var refused = await Assert.ThrowsAsync<RpcException>(async () => await floor.Desk.SendAgentMessageAsync(
            new SendAgentMessageRequest { RequestId = "r", InteractionId = "i-1", Text = new string('x', 300_000) },
            floor.Ana));
        Assert.Equal(StatusCode.ResourceExhausted, refused.StatusCode);
    }

    [Fact]
    public async Task Health_WithoutToken_IsServingOnBothProtocols()
    {
        Assert.Equal(HttpStatusCode.OK, (await gateway.Http.GetAsync(SupportGridGateway.LivePath)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await gateway.Http.GetAsync(SupportGridGateway.ReadyPath)).StatusCode);
        var health = await new Grpc.Health.V1.Health.HealthClient(gateway.Channel).CheckAsync(new HealthCheckRequest());
        Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, health.Status);
    }

    [Theory]
    [InlineData("https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)]
    [InlineData("", HttpStatusCode.OK)]
    public async Task Request_OfAForeignOrigin_IsRefused(string origin, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, SupportGridGateway.ReadyPath);
        if (origin.Length > 0)
        {
            request.Headers.Add("Origin", origin);
        }

        Assert.Equal(expected, (await gateway.Http.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task Request_OfAPageWhoseNameWasMadeToLeadHere_IsRefused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, SupportGridGateway.ReadyPath);
        request.Headers.Host = "evil.example";
        request.Headers.Add("Origin", "http://evil.example");
        Assert.Equal(HttpStatusCode.Forbidden, (await gateway.Http.SendAsync(request)).StatusCode);
    }

    [Theory]
    [InlineData("GET", HttpStatusCode.OK)]
    [InlineData("HEAD", HttpStatusCode.OK)]
    [InlineData("POST", HttpStatusCode.MethodNotAllowed)]
    [InlineData("PUT", HttpStatusCode.MethodNotAllowed)]
    [InlineData("DELETE", HttpStatusCode.MethodNotAllowed)]
    public async Task Health_AskedInAnotherWayThanReading_IsNoMethodOfIt(string method, HttpStatusCode expected)
    {
        foreach (var path in new[] { SupportGridGateway.LivePath, SupportGridGateway.ReadyPath })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path);
            using var answer = await gateway.Http.SendAsync(request);
            Assert.Equal(expected, answer.StatusCode);
            Assert.Equal(
                expected == HttpStatusCode.OK ? [] : ["GET", "HEAD"], answer.Content.Headers.Allow.Order());
        }
    }

    [Fact]
    public async Task Request_OfAnAllowedOrSameOrigin_Passes()
    {
        await using var own = new Disposable(new RunningGateway(
            o => o with { AllowedOrigins = ["https://desk.example"] }));
        await own.Gateway.InitializeAsync();
        var same = own.Gateway.Http.BaseAddress!.GetLeftPart(UriPartial.Authority);
        foreach (var origin in new[] { "https://desk.example", same })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, SupportGridGateway.ReadyPath);
            request.Headers.Add("Origin", origin);
            Assert.Equal(HttpStatusCode.OK, (await own.Gateway.Http.SendAsync(request)).StatusCode);
        }

        using var preflight = new HttpRequestMessage(HttpMethod.Options, "/supportgrid.v1.DeskService/SignIn");
        preflight.Headers.Add("Origin", "https://desk.example");
        preflight.Headers.Add("Access-Control-Request-Method", HttpMethods.Post);
        preflight.Headers.Add("Access-Control-Request-Headers", "authorization,content-type,x-grpc-web");
        using var answer = await own.Gateway.Http.SendAsync(preflight);
        Assert.Equal("https://desk.example", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
    }

    [Fact]
    public async Task Stream_WhoseTokenExpires_EndsAndSaysSo()
    {
        var floor = await Floor.Open(gateway);
        var token = gateway.Issuer.Issue(floor.Tenant, "boss", Role.Supervisor, TimeSpan.FromSeconds(2)).Token;
        using var agents = floor.Supervision.WatchAgents(
            new WatchAgentsRequest(), new Metadata { { "authorization", $"Bearer {token}" } });
        var ended = await Assert.ThrowsAsync<RpcException>(() => agents.Next(_ => false, "the end of the token"));
        Assert.Equal((StatusCode.Unauthenticated, "TOKEN_EXPIRED"), (ended.StatusCode, ended.Reason()));
    }

    [Fact]
    public async Task Streams_MoreThanASubjectMayHold_AreRefused()
    {
        await using var own = new Disposable(new RunningGateway(o => o with { SubjectStreamsMax = 1 }));
        await own.Gateway.InitializeAsync();
        var floor = await Floor.Open(own.Gateway);
        using var first = floor.Supervision.WatchAgents(new WatchAgentsRequest(), floor.Boss);
        await first.Next(r => r.Synced is not null, "the list of agents");
        using var second = floor.Supervision.WatchAgents(new WatchAgentsRequest(), floor.Boss);
        var refused = await Assert.ThrowsAsync<RpcException>(() => second.Next(_ => true, "anything"));
        Assert.Equal((StatusCode.ResourceExhausted, "TOO_MANY_STREAMS"), (refused.StatusCode, refused.Reason()));
    }

    [Fact]
    public async Task Logs_AfterPersonalDataInEveryField_ShowNoneOfIt()
    {
        const string canary = "canary.ann@example.org";
        var floor = await Floor.Open(gateway);
        var id = (await floor.Customers.OpenInteractionAsync(
            new OpenInteractionRequest
            {
                RequestId = "r-canary", CustomerName = canary, Channel = Channel.Chat, Queue = "general",
                Subject = canary, FirstMessage = canary,
            },
            floor.Ann)).InteractionId;
        await Assert.ThrowsAsync<RpcException>(async () => await floor.Desk.RejectOfferAsync(
            new RejectOfferRequest { RequestId = canary, InteractionId = id, OfferId = canary, Reason = canary },
            floor.Ana));
        await Assert.ThrowsAsync<RpcException>(async () => await floor.Desk.SendAgentMessageAsync(
            new SendAgentMessageRequest { RequestId = "r", InteractionId = canary.ToUpperInvariant(), Text = canary },
            floor.Ana));
        Assert.DoesNotContain(gateway.Logs.Everything, l => l.Contains(canary, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(gateway.Logs.Everything, l => l.Contains("Bearer ey", StringComparison.Ordinal));
        Assert.Empty(gateway.Logs.Errors);
    }

    private sealed class Disposable(RunningGateway gateway) : IAsyncDisposable
    {
        public RunningGateway Gateway { get; } = gateway;

        public async ValueTask DisposeAsync() => await Gateway.DisposeAsync();
    }
}
