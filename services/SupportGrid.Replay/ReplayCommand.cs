using System.CommandLine;
using System.Globalization;
using SupportGrid.Replay.Conversations;

namespace SupportGrid.Replay;

/// <summary>The command line.</summary>
public static class ReplayCommand
{
    private static readonly Argument<string[]> Files = new("FILE")
    {
        Description = "Conversation files: JSON lines, gzip-compressed or not. Without any: the demo set.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Option<Uri?> Address = WebAddressOption.Of(
        "--address", "The gateway's gRPC address.", new Uri("http://127.0.0.1:5081"));

    private static readonly Option<string?> Token = new("--token")
    {
        Description = "A token with role admin. Default: the environment variable SUPPORTGRID_TOKEN, or the file of --token-file.",
    };

    private static readonly Option<string?> TokenFile = new("--token-file")
    {
        Description = "A file that holds the token; the standalone server writes one to admin-token in its data folder.",
    };

    private static readonly Option<int> Agents = Whole("--agents", "Agents, each with a connection of its own (1 to 2,000).", 100, 1, 2_000);

    private static readonly Option<int> PerAgent = Whole("--per-agent", "Conversations that an agent leads at once (1 to 20).", 3, 1, 20);

    private static readonly Option<int> Customers = Whole(
        "--customers", "Customers at once; 0: as many as the agents can serve and a tenth more (0 to 20,000).", 0, 0, 20_000);

    private static readonly Option<int> Repeat = Whole("--repeat", "Play every conversation this many times (1 to 10,000).", 1, 1, 10_000);

    private static readonly Option<string> Speed = new("--speed")
    {
        Description = "max, recorded, or a factor such as 10x.",
        DefaultValueFactory = _ => "max",
    };

    private static readonly Option<double> AbandonShare = new("--abandon-share")
    {
        Description = "Share of the customers who go away instead of waiting (0 to 1).",
        DefaultValueFactory = _ => 0,
    };

    private static readonly Option<int> Seed = Whole(
        "--seed", "Decides which customers go away: the same for the same seed (0 to 1,000,000).", 1, 0, 1_000_000);

    private static readonly Option<bool> Json = new("--json") { Description = "Print the summary as one JSON object." };

    private static readonly Option<bool> NoCheck = new("--no-check") { Description = "Do not hold the log against what was played." };

    private static readonly Option<string?> Run = new("--run")
    {
        Description = "Name of the run (1 to 32 of a-z, 0-9, -). A run that was cut off goes on under its name. Default: a new one.",
    };

    public static RootCommand Build()
    {
        var root = new RootCommand("Plays recorded conversations through SupportGrid's public API and checks the log.")
        {
            Files, Address, Token, TokenFile, Agents, PerAgent, Customers, Repeat, Speed, AbandonShare, Seed, Json, NoCheck, Run,
        };
        Speed.Validators.Add(result =>
        {
            if (Pace.Parse(result.GetValueOrDefault<string>() ?? "") is null)
            {
                result.AddError("--speed is max, recorded, or a factor such as 10x.");
            }
        });
        AbandonShare.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double>() is not (>= 0 and <= 1))
            {
                result.AddError("--abandon-share is 0 to 1.");
            }
        });
        Run.Validators.Add(result =>
        {
            var name = result.GetValueOrDefault<string?>();
            var isName = name is null
                || (name.Length is >= 1 and <= 32
                    && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'));
            if (!isName)
            {
                result.AddError("--run is 1 to 32 of a-z, 0-9 and -.");
            }
        });
        root.SetAction((parsed, cancellationToken) => RunAsync(parsed, cancellationToken));
        return root;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        try
        {
            var options = new ReplayOptions
            {
                Address = parsed.GetValue(Address)!,
                AdminToken = FindToken(parsed),
                Agents = parsed.GetValue(Agents),
                ConversationsPerAgent = parsed.GetValue(PerAgent),
                CustomersMax = parsed.GetValue(Customers),
                AbandonShare = parsed.GetValue(AbandonShare),
                Seed = parsed.GetValue(Seed),
                Pace = Pace.Parse(parsed.GetRequiredValue(Speed))!.Value,
                Run = parsed.GetValue(Run) ?? "r" + TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds(),
            };
            var conversations = Load(parsed.GetValue(Files) ?? [], parsed.GetValue(Repeat));
            return await ReplaySession.RunAsync(
                options, conversations, !parsed.GetValue(NoCheck), parsed.GetValue(Json), cancellationToken);
        }
        catch (Exception e) when (e is ConversationFormatException or IOException or UnauthorizedAccessException or ReplayException)
        {
            await Console.Error.WriteLineAsync("supportgrid-replay: " + e.Message);
            return CommandLine.UsageExitCode;
        }
        catch (Grpc.Core.RpcException e)
        {
            await Console.Error.WriteLineAsync($"supportgrid-replay: the server said {e.StatusCode}: {e.Status.Detail}");
            return 3;
        }
    }

    private static List<Conversation> Load(string[] files, int repeat)
    {
        var once = files.Length == 0 ? DemoConversations.All : [.. files.SelectMany(ConversationFiles.Read)];
        return repeat == 1
            ? once
            : [.. Enumerable.Range(1, repeat).SelectMany(n => once.Select(c => c with { Id = $"{c.Id}.{n}" }))];
    }

    private static string FindToken(ParseResult parsed)
    {
        var token = parsed.GetValue(Token)
            ?? (parsed.GetValue(TokenFile) is { } file ? File.ReadAllText(file).Trim() : null)
            ?? Environment.GetEnvironmentVariable("SUPPORTGRID_TOKEN");
        return string.IsNullOrEmpty(token)
            ? throw new ReplayException("no token: give --token, --token-file or SUPPORTGRID_TOKEN.")
            : token;
    }

    private static Option<int> Whole(string name, string description, int otherwise, int least, int most)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => otherwise };
        option.Validators.Add(result =>
        {
            // What is no number at all is the parser's to refuse.
            if (result.Tokens is [.., var token]
                && int.TryParse(token.Value, CultureInfo.InvariantCulture, out var value)
                && (value < least || value > most))
            {
                result.AddError($"{name} is {least} to {most}.");
            }
        });
        return option;
    }
}

/// <summary>Something about the call is wrong; the message is one sentence.</summary>
public sealed class ReplayException(string message) : Exception(message);
