using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using SupportGrid.Contracts.Events;
using SupportGrid.EventStore;
using SupportGrid.Gateway.Admin;
using SupportGrid.Gateway.Customers;
using SupportGrid.Gateway.Desk;
using SupportGrid.Gateway.Edge;
using SupportGrid.Gateway.Empathy;
using SupportGrid.Gateway.Events;
using SupportGrid.Gateway.Guests;
using SupportGrid.Gateway.Health;
using SupportGrid.Gateway.Identity;
using SupportGrid.Gateway.Supervision;
using SupportGrid.Gateway.Web;

namespace SupportGrid.Gateway;

/// <summary>
/// Puts a gateway together. The host supplies what is behind it: actors (<c>IGrainFactory</c>), the log
/// (<c>IEventFeed</c> and <c>IEventReader</c> or <c>IEventStore</c>), and the addresses to listen on.
/// </summary>
public static class SupportGridGateway
{
    /// <summary>HTTP/1 address that says whether the process runs.</summary>
    public const string LivePath = "/healthz/live";

    /// <summary>HTTP/1 address that says whether to send calls here.</summary>
    public const string ReadyPath = "/healthz/ready";

    private static readonly string[] GrpcWebHeaders =
        ["authorization", "content-type", "grpc-timeout", "x-grpc-web", "x-user-agent"];

    private static readonly string[] GrpcWebTrailers =
        ["grpc-status", "grpc-message", EdgeErrors.DetailsKey, "grpc-encoding", "grpc-accept-encoding"];

    public static IHostApplicationBuilder AddSupportGridGateway(
        this IHostApplicationBuilder builder, GatewayOptions options)
    {
        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IEventCodec>(EventCodec.Default);
        services.TryAddSingleton<IEventReader>(provider => provider.GetRequiredService<IEventStore>());
        services.AddSingleton(options);
        services.AddSupportGridIdentity(options.Identity);
        services.Configure<KestrelServerOptions>(kestrel => Limit(kestrel.Limits, options));
        services.AddCors(cors => cors.AddDefaultPolicy(policy => Allow(policy, options)));
        AddEdge(services, options);
        AddServices(services);
        services.AddLiveStreams(options);
        services.AddSingleton(_ => WebFiles.Read(options.WebFolder));
        AddHealth(services);
        return builder;
    }

    /// <summary>Maps everything, in the order in which a request meets it.</summary>
    public static WebApplication MapSupportGridGateway(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<GatewayOptions>();
        app.UseRouting();
        app.UseMiddleware<OriginGuard>();
        app.UseMiddleware<WebPages>();
        app.UseCors();
        app.Use(OnlyReadHealth);
        app.UseGrpcWeb(new GrpcWebOptions { DefaultEnabled = true });
        app.UseAuthentication();
        app.MapGrpcService<CustomerService>();
        app.MapGrpcService<GuestService>();
        app.MapGrpcService<DeskService>();
        app.MapGrpcService<SupervisionService>();
        app.MapGrpcService<EmpathyService>();
        app.MapGrpcService<AdminService>();
        app.MapGrpcService<EventsService>();
        app.MapGrpcHealthChecksService();
        MapHealth(app, LivePath, _ => false);
        MapHealth(app, ReadyPath, check => check.Name == ReadinessCheck.Name);
        if (options.Reflection)
        {
            app.MapGrpcReflectionService();
        }

        return app;
    }

    private static void MapHealth(WebApplication app, string path, Func<HealthCheckRegistration, bool> checks) =>
        app.MapHealthChecks(path, new HealthCheckOptions { Predicate = checks });

    /// <summary>
    /// A method of its endpoints would not do: to another method the route of unknown gRPC methods would answer.
    /// </summary>
    private static Task OnlyReadHealth(HttpContext http, RequestDelegate next)
    {
        var (path, method) = (http.Request.Path.Value, http.Request.Method);
        if (path is not (LivePath or ReadyPath) || HttpMethods.IsGet(method) || HttpMethods.IsHead(method))
        {
            return next(http);
        }

        http.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        http.Response.Headers.Allow = "GET, HEAD";
        return Task.CompletedTask;
    }

    private static void AddEdge(IServiceCollection services, GatewayOptions options)
    {
        services.AddSingleton<RateLimits>();
        services.AddSingleton<StreamSlots>();
        services.AddSingleton<TraceInterceptor>();
        services.AddSingleton<FailureInterceptor>();
        services.AddSingleton<AccessInterceptor>();
        services.AddGrpcReflection();
        services
            .AddGrpc(grpc =>
            {
                grpc.EnableDetailedErrors = false;
                grpc.MaxReceiveMessageSize = options.RequestBytesMax;
                grpc.Interceptors.Add<TraceInterceptor>();
                grpc.Interceptors.Add<FailureInterceptor>();
                grpc.Interceptors.Add<AccessInterceptor>();
            })
            .AddServiceOptions<AdminService>(
                grpc => grpc.MaxReceiveMessageSize = options.ConfigurationRequestBytesMax);
    }

    private static void AddServices(IServiceCollection services)
    {
        services.AddSingleton<Owners>();
        services.AddSingleton<SkillWishes>();
        services.AddSingleton<Presences>();
        services.AddSingleton<AgentDays>();
        services.AddSingleton<AgentDirectory>();
        services.AddSingleton<DeskChoices>();
        services.AddSingleton<OpenInteractions>();
        services.AddSingleton<Intervals>();
        services.AddSingleton<InteractionHistory>();
        services.AddSingleton<Decisions>();
        services.AddSingleton<ConfigurationHistory>();
        services.AddSingleton<ConfigurationEdits>();
        services.AddSingleton<ConfigurationReads>();
        services.AddSingleton<CustomerService>();
        services.AddSingleton<GuestQueues>();
        services.AddSingleton<GuestLimits>();
        services.AddSingleton<GuestService>();
        services.AddSingleton<DeskService>();
        services.AddSingleton<SupervisionService>();
        services.AddSingleton<EmpathyService>();
        services.AddSingleton<AdminService>();
        services.AddSingleton<EventsService>();
    }

    private static void AddHealth(IServiceCollection services)
    {
        services.AddSingleton<GatewayDrain>();
        services.AddSingleton<IDrain>(s => s.GetRequiredService<GatewayDrain>());
        services.AddHostedService(s => s.GetRequiredService<GatewayDrain>());
        services.AddGrpcHealthChecks().AddCheck<ReadinessCheck>(ReadinessCheck.Name);
        services.Configure<HealthCheckPublisherOptions>(publisher =>
        {
            publisher.Delay = TimeSpan.Zero;
            publisher.Period = TimeSpan.FromSeconds(1);
        });
    }

    private static void Limit(KestrelServerLimits limits, GatewayOptions options)
    {
        limits.MaxConcurrentConnections = options.ConnectionsMax;
        limits.KeepAliveTimeout = TimeSpan.FromMilliseconds(options.IdleConnectionMs);
        limits.MaxRequestHeadersTotalSize = options.HeaderBytesMax;
        limits.MaxRequestBodySize = null;
        limits.Http2.MaxStreamsPerConnection = options.CallsPerConnectionMax;
        limits.Http2.MaxRequestHeaderFieldSize = options.HeaderBytesMax;
        limits.Http2.KeepAlivePingDelay = TimeSpan.FromMilliseconds(options.PingDelayMs);
        limits.Http2.KeepAlivePingTimeout = TimeSpan.FromMilliseconds(options.PingTimeoutMs);
        limits.MinRequestBodyDataRate = null;
        limits.MinResponseDataRate = null;
    }

    private static void Allow(CorsPolicyBuilder policy, GatewayOptions options) => policy
        .WithOrigins([.. options.AllowedOrigins])
        .WithMethods("POST")
        .WithHeaders(GrpcWebHeaders)
        .WithExposedHeaders(GrpcWebTrailers);
}
