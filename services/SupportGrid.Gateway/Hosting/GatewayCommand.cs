using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Net;

namespace SupportGrid.Gateway.Hosting;

/// <summary>The command line of a gateway of its own.</summary>
internal static class GatewayCommand
{
    private static readonly Option<IPEndPoint> Silo = new("--silo")
    {
        Description = "Where the silo takes gateways.",
        DefaultValueFactory = _ => new IPEndPoint(IPAddress.Loopback, 30_000),
        CustomParser = ParseSilo,
    };

    private static readonly Option<string> Data = new("--data")
    {
        Description = "The silo's data folder: the gateway reads the log there, and keeps the issuer's key.",
        DefaultValueFactory = _ => "data",
    };

    private static readonly Option<string> Listen = new("--listen")
    {
        Description = "Address to listen on. There is no TLS: put a proxy in front for other addresses than loopback.",
        DefaultValueFactory = _ => "127.0.0.1",
    };

    private static readonly Option<int> HttpPort = Whole("--http-port", "Port of HTTP/1.1: health and gRPC-Web.", 5080, 0, 65_535);
    private static readonly Option<int> GrpcPort = Whole("--grpc-port", "Port of HTTP/2: gRPC.", 5081, 0, 65_535);
    private static readonly Option<bool> NoReflection = new("--no-reflection") { Description = "Do not tell anyone which services there are." };

    private static readonly Option<Uri?> Otlp = new("--otlp")
    {
        Description = "OTLP collector for traces, metrics and logs, such as http://127.0.0.1:4317. Default: none.",
        CustomParser = ParseCollector,
    };

    private static readonly Option<int> TracePercent = Whole(
        "--trace-percent", "Of 100 calls, how many are traced. Only with --otlp.", 1, 0, 100);

    private static readonly IdentityCommandLine Identity = new();

    public static RootCommand Build()
    {
        var root = new RootCommand(
            "A SupportGrid gateway: the API in front of a silo on the same machine, whose log it reads along.")
        {
            Silo, Data, Listen, HttpPort, GrpcPort, NoReflection, Otlp, TracePercent,
        };
        Listen.Validators.Add(result =>
        {
            if (!IPAddress.TryParse(result.GetValueOrDefault<string>(), out _))
            {
                result.AddError("--listen is an IP address, such as 127.0.0.1 or 0.0.0.0.");
            }
        });
        Identity.AddTo(root);
        root.SetAction((parsed, stop) => GatewayServer.RunAsync(
            new GatewayServerOptions
            {
                Silo = parsed.GetRequiredValue(Silo),
                DataFolder = parsed.GetRequiredValue(Data),
                Listen = IPAddress.Parse(parsed.GetRequiredValue(Listen)),
                HttpPort = parsed.GetValue(HttpPort),
                GrpcPort = parsed.GetValue(GrpcPort),
                Reflection = !parsed.GetValue(NoReflection),
                Identity = Identity.Read(parsed),
                OtlpEndpoint = parsed.GetValue(Otlp),
                TracePercent = parsed.GetValue(TracePercent),
            },
            stop));
        return root;
    }

    private static IPEndPoint? ParseSilo(ArgumentResult result)
    {
        if (IPEndPoint.TryParse(result.Tokens[0].Value, out var endpoint) && endpoint.Port > 0)
        {
            return endpoint;
        }

        result.AddError($"--silo is an address with a port, such as 127.0.0.1:30000, not {result.Tokens[0].Value}.");
        return null;
    }

    private static Uri? ParseCollector(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
        {
            return address;
        }

        result.AddError($"--otlp is an address such as http://127.0.0.1:4317, not {text}.");
        return null;
    }

    private static Option<int> Whole(string name, string description, int otherwise, int least, int most)
    {
        var option = new Option<int>(name)
        {
            Description = $"{description} [{least} to {most}]", DefaultValueFactory = _ => otherwise,
        };
        option.Validators.Add(result =>
        {
            // What is no number at all is the parser's to refuse.
            if (result.Tokens is [.., var token]
                && int.TryParse(token.Value, CultureInfo.InvariantCulture, out var value)
                && (value < least || value > most))
            {
                result.AddError($"{name} is {least} to {most}, not {value}.");
            }
        });
        return option;
    }
}
