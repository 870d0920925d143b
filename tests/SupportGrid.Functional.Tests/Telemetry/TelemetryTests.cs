using SupportGrid.Api.V1;
using SupportGrid.Functional.Tests.Hosting;

namespace SupportGrid.Functional.Tests.Telemetry;

/// <summary>What an operator's collector gets, and what it never gets.</summary>
public sealed class TelemetryTests
{
    private static readonly string[] Personal = ["zoe-zimmer-4711", "Zoe Zimmer", "my card is lost", "Lost card"];

    [Fact]
    public async Task A_collector_gets_traces_metrics_and_logs_and_nothing_about_people()
    {
        await using var sink = await CollectorSink.StartAsync();
        await using var server = await ServerProcess.StartAsync("--otlp", sink.Address, "--trace-percent", "100");
        using var admin = server.Client("root", "admin");
        using var channel = server.Client("web", "channel");
        await admin.CallAsync(
            admin.Admin.ApplyConfigurationAsync,
            new ApplyConfigurationRequest { RequestId = "r-1", Yaml = "queues: { support: { display-name: Support } }" });
        await channel.CallAsync(
            channel.Customers.OpenInteractionAsync,
            new OpenInteractionRequest
            {
                RequestId = "r-2", CustomerId = Personal[0], CustomerName = Personal[1], Channel = Channel.Chat, Queue = "support",
                FirstMessage = Personal[2], Subject = Personal[3],
            });

        using var http = new HttpClient();
        await http.GetAsync(new Uri(server.HttpAddress, $"/healthz/live?who={Personal[0]}"));

        // What is left is sent when it stops.
        Assert.Equal(0, await server.StopAsync());

        var (traces, metrics, logs) = (sink.TextOf("Trace"), sink.TextOf("Metrics"), sink.TextOf("Logs"));
        string[] spans =
        [
            "supportgrid.v1.CustomerService/OpenInteraction", "rpc.system", "rpc.service", "rpc.method", "rpc.grpc.status_code",
            "Microsoft.Orleans.Application", "IInteractionGrain/Open", "ICustomerGrain/",
        ];
        Assert.All(spans, span => Assert.Contains(span, traces, StringComparison.Ordinal));
        Assert.Contains("SupportGrid.", metrics, StringComparison.Ordinal);
        Assert.Contains("Recovered: ", logs, StringComparison.Ordinal);
        Assert.All(Personal, personal => Assert.DoesNotContain(personal, traces + metrics + logs, StringComparison.Ordinal));
    }
}
