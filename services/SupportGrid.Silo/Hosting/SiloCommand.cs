using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace SupportGrid.Silo.Hosting;

/// <summary>The command line of a silo of its own.</summary>
internal static class SiloCommand
{
    private static readonly Option<string> Data = new("--data")
    {
        Description = "Data folder with the log; it is created when it is not there. One silo at a time has it.",
        DefaultValueFactory = _ => "data",
    };

    private static readonly Option<int> SiloPort = Whole("--silo-port", "Port for other silos.", 11_111, 1, 65_535);
    private static readonly Option<int> GatewayPort = Whole("--gateway-port", "Port for gateways.", 30_000, 1, 65_535);
    private static readonly Option<int> Grace = Whole("--desk-grace-seconds", "How long an agent may be without a desk stream.", 30, 1, 3_600);

    private static readonly Option<int> CustomerOpenMax = Whole(
        "--customer-open-max", "Open interactions of one customer; 0: as many as they like.", 20, 0, 50);

    private static readonly Option<Uri?> Otlp = new("--otlp")
    {
        Description = "OTLP collector for traces, metrics and logs, such as http://127.0.0.1:4317. Default: none.",
        CustomParser = ParseCollector,
    };

    private static readonly Option<int> TracePercent = Whole(
        "--trace-percent", "Of 100 calls, how many are traced. Only with --otlp.", 1, 0, 100);

    private static readonly ExternalModelCommandLine External = new();

    public static RootCommand Build()
    {
        var root = new RootCommand(
            "A SupportGrid silo: the actors, for gateways on this machine. It is one silo with a data folder; several silos "
            + "need a log that they share, which this build does not have yet.")
        {
            Data, SiloPort, GatewayPort, Grace, CustomerOpenMax, Otlp, TracePercent,
        };
        External.AddTo(root);
        root.SetAction((parsed, stop) => SiloServer.RunAsync(
            new SiloServerOptions(
                parsed.GetRequiredValue(Data),
                parsed.GetValue(SiloPort),
                parsed.GetValue(GatewayPort),
                parsed.GetValue(Grace),
                parsed.GetValue(CustomerOpenMax),
                parsed.GetValue(Otlp),
                parsed.GetValue(TracePercent),
                External.Read(parsed)),
            stop));
        return root;
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
