using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using SupportGrid.Domain;
using SupportGrid.Domain.Empathy;
using SupportGrid.Domain.Interactions;
using SupportGrid.Empathy.Analysis;
using SupportGrid.Empathy.Conversations;
using SupportGrid.Empathy.Text;
using SupportGrid.Silo.Empathy;
using SupportGrid.Silo.Tests.Hosting;
using Xunit.Abstractions;

namespace SupportGrid.Silo.Tests.Empathy;

/// <summary>
/// What the default policy shows on published sets, held against their labels: a change of rules that makes cues worse
/// fails here. The sets lie beside the repository; without them nothing is measured.
/// </summary>
public sealed partial class PublishedSetsTests(ITestOutputHelper output)
{
    private static readonly TurnReader Reader = new(new EmpathyAnalyser(EmpathyModels.Shipped));

    /// <summary>Tweets that complain: what is shown on them is nearly always right.</summary>
    [Fact]
    public void Airline_CuesOnComplaints_AreRight()
    {
        var shown = Airline()
            .SelectMany(t => Talk([(Party.Customer, t.Text)]).Select(c => (Cue: c.Shown, t.IsNegative))).ToList();
        if (shown.Count == 0)
        {
            output.WriteLine("The set is not there.");
            return;
        }

        AssertPrecision("alerts",
            shown.Where(s => s.Cue.Alert is not null).Select(s => s.IsNegative), .85, atLeast: 50);
        AssertPrecision("distress", shown.Where(s => s.Cue.Kind == CueKind.Distress).Select(s => s.IsNegative), .9, 15);
        AssertPrecision("effort", shown.Where(s => s.Cue.Kind == CueKind.Effort).Select(s => s.IsNegative), .85, 20);
    }

    /// <summary>Polite bookings: hardly anything is shown, and alerts are rare.</summary>
    [Theory]
    [InlineData("mwoz.jsonl.gz", .02, .002)]
    [InlineData("sgd.jsonl.gz", .02, .002)]
    [InlineData("jddc_train.jsonl.gz", .05, .02)]
    public void Satisfaction_CuesInATalk_AreFew(string file, double cuesMax, double alertsMax)
    {
        var (turns, cues, alerts) = (0, 0, 0);
        foreach (var talk in Satisfaction(file).Take(250))
        {
            turns += talk.Count(t => t.From == Party.Customer);
            var shown = Talk(talk).ToList();
            cues += shown.Count;
            alerts += shown.Count(c => c.Shown.Alert is not null);
        }

        output.WriteLine($"{file}: {turns} turns of customers, {cues} cues, {alerts} alerts");
        Assert.True(cues <= turns * cuesMax, $"{cues} cues in {turns} turns");
        Assert.True(alerts <= turns * alertsMax, $"{alerts} alerts in {turns} turns");
    }

    private static IEnumerable<(Cue Shown, string Text)> Talk(IEnumerable<(Party From, string Text)> talk)
    {
        var (memory, language, state) = (new ConversationMemory(), Language.Unknown, Begin());
        foreach (var (number, (from, text)) in talk.Index())
        {
            language = from == Party.Customer ? LanguageDetector.Of(text, language) : language;
            var reading = from == Party.Customer
                ? Reader.Customer(text, memory, language, static f => f)
                : Reader.Agent(text, memory, language);
            var said = new SayMessage(
                from, from == Party.Agent ? "ana" : "zoe", $"m{number}", text,
                    Given.Noon.AddSeconds(20 * number), reading);
            foreach (var @event in InteractionDecider.Decide(state, said).Events)
            {
                state = InteractionDecider.Evolve(state, @event);
                if (@event is CueShown shown)
                {
                    yield return (shown.Cue, text);
                }
            }
        }
    }

    private static Interaction Begin()
    {
        InteractionCommand[] commands =
        [
            new OpenInteraction(
                "i", "zoe", "Zoe", Channel.Chat, "", null, "", [], 0, Given.Queue("billing"), true, null, Given.Noon),
            new IssueOffer("o", "ana", "{}", Given.Noon),
            new AcceptOffer("o", "ana", Given.Noon),
        ];
        return commands.Aggregate(
            InteractionDecider.Initial,
            static (state, c) =>
                InteractionDecider.Decide(state, c).Events.Aggregate(state, InteractionDecider.Evolve));
    }

    private void AssertPrecision(string what, IEnumerable<bool> right, double least, int atLeast)
    {
        var all = right.ToList();
        output.WriteLine($"{what}: {all.Count(static r => r)} of {all.Count} are right");
        Assert.True(all.Count >= atLeast, $"only {all.Count} {what}");
        Assert.True(all.Count(static r => r) >= least * all.Count,
            $"{all.Count(static r => r)} of {all.Count} {what} are right");
    }

    /// <summary>The text stands last in a line, in quotes where it needs them.</summary>
    private static IEnumerable<(string Text, bool IsNegative)> Airline() =>
        Lines("airline", "dev.csv.gz") is { } csv
            ? Row().Matches(csv).Select(m => (
                Handles().Replace(
                    m.Groups["text"].Value.Trim('"').Replace("\"\"", "\"", StringComparison.Ordinal), " ").Trim(),
                m.Groups["label"].Value == "negative"))
                .Where(t => t.Item1.Length > 0)
            : [];

    private static IEnumerable<List<(Party From, string Text)>> Satisfaction(string file)
    {
        foreach (var line in (Lines("satisfaction", file) ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using var talk = JsonDocument.Parse(line);
            yield return talk.RootElement.TryGetProperty("exchanges", out var exchanges)
                ? [.. exchanges.EnumerateArray()
                    .SelectMany(static e => Exchange(e)).Where(static t => t.Text.Length > 0)]
                : [.. talk.RootElement.GetProperty("turns").EnumerateArray()
                    .Select(static t => (
                        t.GetProperty("role").GetString() == "USER" ? Party.Customer : Party.Agent,
                        t.GetProperty("text").GetString()!))
                    .Where(static t => t.Item2 is not ("" or "OVERALL"))];
        }
    }

    private static IEnumerable<(Party From, string Text)> Exchange(JsonElement exchange) =>
    [
        (Party.Customer, exchange.GetProperty("user").GetString()!),
        (Party.Agent, exchange.GetProperty("system").GetString()!),
    ];

    private static string? Lines(string folder, string file)
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var path = Path.Combine(at.FullName, "shared", "data", folder, file);
            if (File.Exists(path))
            {
                using var text = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
                return text.ReadToEnd();
            }
        }

        return null;
    }

    [GeneratedRegex(
        @"^\d+,[^,]*,(?<label>negative|neutral|positive),(?:[^,]*,){5}(?<text>""(?:[^""]|"""")*""|[^\n]*)$",
        RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"@\w+|https?://\S+")]
    private static partial Regex Handles();
}
