using System.Net;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SupportGrid.Substitutes.Grpc.Tests.Support;

namespace SupportGrid.Substitutes.Grpc.Tests.Server;

public sealed class RoutingTests
{
    [Theory]
    [InlineData("/supportgrid.probe.Probe/Nothing", "Method is unimplemented.")]
    [InlineData("/no.such.Service/Ask", "Service is unimplemented.")]
    public async Task Call_ToNothing_IsUnimplemented(string path, string message)
    {
        await using var probe = await ProbeHost.StartAsync();

        var answer = await RawCall.PostAsync(probe.Address, RawCall.Frame([]), path);

        Assert.Equal(HttpStatusCode.OK, answer.HttpStatus);
        Assert.Equal(((int)StatusCode.Unimplemented, message), (answer.Status!.Value, answer.Message));
    }

    [Fact]
    public async Task Request_OtherThanGrpcToUnknownPath_Is404()
    {
        await using var probe = await ProbeHost.StartAsync();

        var answer = await Send(probe, "/no.such.Service/Ask", "application/json", HttpVersion.Version20);

        Assert.Equal(HttpStatusCode.NotFound, answer.HttpStatus);
    }

    [Fact]
    public async Task Call_ToNothingWithUnknownIgnored_Is404()
    {
        await using var probe = await ProbeHost.StartAsync(options => options.IgnoreUnknownServices = true);

        var answer = await RawCall.PostAsync(probe.Address, RawCall.Frame([]), "/no.such.Service/Ask");

        Assert.Equal(HttpStatusCode.NotFound, answer.HttpStatus);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/grpcish")]
    [InlineData("application/grpc-web")]
    [InlineData(null)]
    public async Task Request_WrongContentType_Is415(string? contentType)
    {
        await using var probe = await ProbeHost.StartAsync();

        var answer = await Send(probe, "/supportgrid.probe.Probe/Ask", contentType, HttpVersion.Version20);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.HttpStatus);
    }

    [Theory]
    [InlineData("application/grpc+proto")]
    [InlineData("application/grpc; charset=utf-8")]
    public async Task Request_ContentTypeWithSuffix_IsServed(string contentType)
    {
        await using var probe = await ProbeHost.StartAsync();

        var answer = await Send(probe, "/supportgrid.probe.Probe/Ask", contentType, HttpVersion.Version20);

        Assert.Equal(0, answer.Status);
    }

    [Fact]
    public async Task Request_OverHttp1_IsToldToUpgrade()
    {
        await using var probe = await ProbeHost.StartAsync();

        var answer = await RawCall.SendAsync(
            probe.Host.WebAddress,
            new ByteArrayContent(RawCall.Frame([])),
            "/supportgrid.probe.Probe/Ask",
            "application/grpc",
            HttpVersion.Version11);

        Assert.Equal(HttpStatusCode.UpgradeRequired, answer.HttpStatus);
    }

    [Fact]
    public async Task Endpoints_OfAService_CarryMethodAndAttributes()
    {
        await using var probe = await ProbeHost.StartAsync();
        var endpoints = probe.Host.Services.GetRequiredService<EndpointDataSource>().Endpoints;

        var ask = Assert.Single(endpoints, endpoint =>
            endpoint.Metadata.GetMetadata<GrpcMethodMetadata>() is { Method.Name: "Ask" });

        Assert.Equal(typeof(ProbeService), ask.Metadata.GetMetadata<GrpcMethodMetadata>()!.ServiceType);
        Assert.Equal(
            ["class", "method"], ask.Metadata.GetOrderedMetadata<ProbeMarkAttribute>().Select(mark => mark.Place));
        Assert.Equal(["POST"], ask.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods);
    }

    [Fact]
    public async Task MapGrpcService_WithConvention_ReachesEveryMethod()
    {
        await using var host = await TestHost.StartAsync(
            app => app.MapGrpcService<ProbeService>().WithMetadata(new ProbeMarkAttribute("convention")),
            services => services.AddSingleton<ProbeScript>());
        var endpoints = host.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .Where(endpoint => endpoint.Metadata.GetMetadata<GrpcMethodMetadata>() is not null).ToList();

        Assert.Equal(4, endpoints.Count);
        Assert.All(endpoints, endpoint => Assert.Contains(
            endpoint.Metadata.GetOrderedMetadata<ProbeMarkAttribute>(), mark => mark.Place == "convention"));
    }

    [Fact]
    public async Task MapGrpcService_Definition_ServesItsHandlers()
    {
        var script = new ProbeScript();
        await using var host = await TestHost.StartAsync(
            app => app.MapGrpcService(Probe.BindService(new ProbeService(script))));

        var reply = await new Probe.ProbeClient(host.Channel()).AskAsync(new ProbeRequest { Text = "defined" });

        Assert.Equal("defined", reply.Text);
    }

    [Fact]
    public void MapGrpcService_WithoutAddGrpc_SaysWhatIsMissing()
    {
        var app = WebApplication.CreateSlimBuilder().Build();

        var exception = Assert.Throws<InvalidOperationException>(() => app.MapGrpcService<ProbeService>());
        Assert.Contains("AddGrpc", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MapGrpcService_ClassWithoutGeneratedBase_SaysSo()
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(
            () => TestHost.StartAsync(app => app.MapGrpcService<RoutingTests>()));
        Assert.Contains(nameof(BindServiceMethodAttribute), exception.Message, StringComparison.Ordinal);
    }

    private static Task<RawAnswer> Send(ProbeHost probe, string path, string? contentType, Version version) =>
        RawCall.SendAsync(probe.Address, new ByteArrayContent(RawCall.Frame([])), path, contentType, version);
}
