using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace SupportGrid.Hosting;

/// <summary>
/// Traces, metrics and structured logs over OTLP. What carries personal data (texts, names, identities) is never an
/// attribute, a label or a log parameter; ids of interactions and agents may be parameters of logs.
/// </summary>
public static class Telemetry
{
    /// <summary>Meters whose name starts with this are ours.</summary>
    public const string OwnPrefix = "SupportGrid.*";

    private static readonly string[] ServerMeters =
        ["Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime"];

    /// <summary>
    /// Requests from outside, which the gateway names by their method, the calls between actors that they lead to, and
    /// questions to a model outside. No other sources are there.
    /// </summary>
    private static readonly string[] Sources =
        ["Microsoft.AspNetCore", "Microsoft.Orleans.Application", "SupportGrid.ExternalModel"];

    public static IHostApplicationBuilder AddSupportGridTelemetry(
        this IHostApplicationBuilder builder, TelemetryOptions options)
    {
        builder.Logging.ClearProviders();
        if (options.JsonLogs)
        {
            builder.Logging.AddJsonConsole(console => console.UseUtcTimestamp = true);
        }
        else
        {
            builder.Logging.AddSimpleConsole(console =>
            {
                console.SingleLine = true;
                console.UseUtcTimestamp = true;
                console.TimestampFormat = "HH:mm:ss.fff ";
            });
        }

        if (options.OtlpEndpoint is { } endpoint)
        {
            var resource = Describe(options.ServiceName);
            builder.Services.AddHostedService(_ => new TelemetryPipeline(
                () => BuildTracer(resource, endpoint, options.TraceShare), () => BuildMeter(resource, endpoint)));
            builder.Logging.AddOpenTelemetry(logs =>
            {
                logs.SetResourceBuilder(resource);
                logs.AddOtlpExporter(o => o.Endpoint = endpoint);
            });
        }

        return builder;
    }

    private static ResourceBuilder Describe(string serviceName) =>
        ResourceBuilder.CreateDefault().AddService(
            serviceName,
            serviceNamespace: "supportgrid",
            serviceVersion: Assembly.GetExecutingAssembly().GetName().Version?.ToString(3));

    private static TracerProvider BuildTracer(ResourceBuilder resource, Uri endpoint, double share) =>
        Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(resource)
            .SetSampler(new ParentBasedSampler(new TraceIdRatioBasedSampler(share)))
            .AddSource(Sources)
            .AddProcessor(new PersonalTags())
            .AddOtlpExporter(o => o.Endpoint = endpoint)
            .Build();

    private static MeterProvider BuildMeter(ResourceBuilder resource, Uri endpoint) =>
        Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(resource)
            .AddMeter([OwnPrefix, .. ServerMeters])
            .AddOtlpExporter(o => o.Endpoint = endpoint)
            .Build();
}
