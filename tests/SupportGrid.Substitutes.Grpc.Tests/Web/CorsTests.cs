using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using SupportGrid.Substitutes.Grpc.Tests.Support;

namespace SupportGrid.Substitutes.Grpc.Tests.Web;

public sealed class CorsTests
{
    private const string Origin = "https://desk.example";

    [Fact]
    public async Task Preflight_FromAllowedOrigin_IsAnsweredByCors()
    {
        await using var host = await StartAsync();
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Options, new Uri(host.WebAddress, "/supportgrid.probe.Probe/Ask"));
        request.Headers.Add("Origin", Origin);
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", "content-type,x-grpc-web");

        using var response = await http.SendAsync(request);

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal(Origin, response.Headers.GetValues("Access-Control-Allow-Origin").Single());
    }

    [Fact]
    public async Task Call_FromAllowedOrigin_ExposesTheStatusHeaders()
    {
        await using var host = await StartAsync();

        var answer = await RawCall.SendAsync(
            host.WebAddress,
            new ByteArrayContent(RawCall.Frame([])),
            "/supportgrid.probe.Probe/Ask",
            "application/grpc-web",
            HttpVersion.Version11,
            ("Origin", Origin));

        Assert.Equal(Origin, answer.Header("Access-Control-Allow-Origin"));
        Assert.Contains("grpc-status", answer.Header("Access-Control-Expose-Headers")!, StringComparison.OrdinalIgnoreCase);
    }

    private static Task<TestHost> StartAsync() => TestHost.StartAsync(
        app =>
        {
            app.UseCors();
            app.UseGrpcWeb(new GrpcWebOptions { DefaultEnabled = true });
            app.MapGrpcService<ProbeService>().RequireCors("desk");
        },
        services => services.AddSingleton<ProbeScript>().AddCors(cors => cors.AddPolicy("desk", policy => policy
            .WithOrigins(Origin)
            .AllowAnyHeader()
            .WithMethods("POST")
            .WithExposedHeaders("grpc-status", "grpc-message", "grpc-encoding", "grpc-accept-encoding"))));
}
