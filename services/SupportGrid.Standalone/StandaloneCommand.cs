using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Net;
using SupportGrid.Gateway.Hosting;
using SupportGrid.Gateway.Identity;
using SupportGrid.Replay;
using SupportGrid.Silo.Hosting;

namespace SupportGrid.Standalone;

/// <summary>The command line: the server, and what an operator does with its data folder.</summary>
public static class StandaloneCommand
{
    private static readonly Option<int> HttpPort = Whole("--http-port", "Port of HTTP/1.1: health and gRPC-Web.", 5080, 0, 65_535);
    private static readonly Option<int> GrpcPort = Whole("--grpc-port", "Port of HTTP/2: gRPC.", 5081, 0, 65_535);

    private static readonly Option<string> Listen = Text(
        "--listen", "Address to listen on. There is no TLS: put a proxy in front for other addresses than loopback.", "127.0.0.1");

    internal static readonly Option<string> Data = Text(
        "--data", "Data folder; server and import create it when it is not there.", "data");

    internal static readonly Option<string> Tenant = Text(
        "--tenant", "Tenant of the token: of the server's, in the data folder's admin-token, or of the issued one.", "main");

    private static readonly Option<bool> Demo = new("--demo")
    {
        Description = "Create the demo tenant, play the demo conversations in a loop and show a live summary.",
    };

    private static readonly Option<int> DemoAgents = Whole("--demo-agents", "Agents of the demo.", 4, 1, 500);
    private static readonly Option<int> DemoSpeed = Whole("--demo-speed", "Recorded seconds per real second in the demo.", 8, 1, 100_000);
    private static readonly Option<int> DemoRounds = Whole("--demo-rounds", "Rounds of the demo; 0: until stopped.", 0, 0, 1_000_000);
    private static readonly Option<bool> NoReflection = new("--no-reflection") { Description = "Do not tell anyone which services there are." };

    private static readonly Option<string[]> Origins = new("--allow-origin")
    {
        Description = "Origin of web pages that may call by gRPC-Web, such as https://desk.example.org. May be repeated.",
        DefaultValueFactory = _ => [],
    };

    private static readonly IdentityCommandLine Identity = new();
    private static readonly ExternalModelCommandLine External = new();

    private static readonly Option<Uri?> Otlp = WebAddressOption.Of(
        "--otlp", "OTLP collector for traces, metrics and logs, such as http://127.0.0.1:4317. Default: none.");

    private static readonly Option<int> TracePercent = Whole(
        "--trace-percent", "Of 100 calls, how many are traced. Only with --otlp.", 1, 0, 100);

    private static readonly Option<bool> JsonLogs = new("--json-logs") { Description = "Logs as JSON lines." };
    private static readonly Option<int> MessageMax = Whole(
        "--message-kb-max", "Kilobytes of one request, except of one with a configuration.", 256, 16, 4_096);

    private static readonly Option<int> ConnectionsMax = Whole("--connections-max", "Open connections.", 20_000, 10, 1_000_000);
    private static readonly Option<int> Grace = Whole("--desk-grace-seconds", "How long an agent may be without a desk stream.", 30, 1, 3_600);
    private static readonly Option<int> CustomerOpenMax = Whole(
        "--customer-open-max", "Open interactions of one customer; 0: as many as they like.", 20, 0, 50);

    private static readonly Option<int> Drain = Whole("--drain-seconds", "How long open calls have to end on stop.", 10, 0, 600);

    public static RootCommand Build()
    {
        var root = new RootCommand("SupportGrid, the real-time contact centre, in one process with one data folder.")
        {
            HttpPort, GrpcPort, Listen, Data, Tenant, Demo, DemoAgents, DemoSpeed, DemoRounds, NoReflection, Origins,
            Otlp, TracePercent, JsonLogs, MessageMax, ConnectionsMax, Grace, CustomerOpenMax, Drain,
        };
        Listen.Validators.Add(result =>
            Check(result, text => IPAddress.TryParse(text, out _), "must be an IP address such as 127.0.0.1 or 0.0.0.0."));
        Tenant.Validators.Add(result => Check(result, IdFormat.IsValid, IdFormat.Rule + "."));
        Identity.AddTo(root);
        External.AddTo(root);
        Origins.Validators.Add(result => Check(result, IsOrigin, "must be an origin such as https://desk.example.org, without a path."));
        root.SetAction((parsed, stop) => StandaloneServer.RunAsync(Read(parsed), stop));
        foreach (var command in DataCommands.All())
        {
            root.Subcommands.Add(command);
        }

        return root;
    }

    private static StandaloneOptions Read(ParseResult parsed) => new()
    {
        HttpPort = parsed.GetValue(HttpPort),
        GrpcPort = parsed.GetValue(GrpcPort),
        Listen = IPAddress.Parse(parsed.GetRequiredValue(Listen)),
        DataFolder = parsed.GetRequiredValue(Data),
        Tenant = parsed.GetRequiredValue(Tenant),
        Demo = parsed.GetValue(Demo),
        DemoAgents = parsed.GetValue(DemoAgents),
        DemoSpeed = parsed.GetValue(DemoSpeed),
        DemoRounds = parsed.GetValue(DemoRounds),
        Reflection = !parsed.GetValue(NoReflection),
        AllowedOrigins = parsed.GetRequiredValue(Origins),
        Identity = Identity.Read(parsed),
        External = External.Read(parsed),
        OtlpEndpoint = parsed.GetValue(Otlp),
        TracePercent = parsed.GetValue(TracePercent),
        JsonLogs = parsed.GetValue(JsonLogs),
        MessageKilobytesMax = parsed.GetValue(MessageMax),
        ConnectionsMax = parsed.GetValue(ConnectionsMax),
        DeskGraceSeconds = parsed.GetValue(Grace),
        CustomerOpenInteractionsMax = parsed.GetValue(CustomerOpenMax),
        DrainSeconds = parsed.GetValue(Drain),
    };

    internal static Option<string> Text(string name, string description, string otherwise) =>
        new(name) { Description = description, DefaultValueFactory = _ => otherwise };

    private static void Check(OptionResult result, Func<string, bool> isValid, string rule)
    {
        foreach (var wrong in result.Tokens.Select(t => t.Value).Where(text => !isValid(text)))
        {
            result.AddError($"{result.Option.Name} {wrong}: it {rule}");
        }
    }

    private static bool IsWebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);

    private static bool IsOrigin(string text) =>
        IsWebAddress(text) && new Uri(text).GetLeftPart(UriPartial.Authority) == text;

    internal static Option<int> Whole(string name, string description, int otherwise, int least, int most)
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
