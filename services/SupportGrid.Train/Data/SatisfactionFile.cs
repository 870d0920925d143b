using System.Collections.Immutable;
using System.Text.Json;
using SupportGrid.Empathy.Analysis;
using SupportGrid.Empathy.Conversations;
using SupportGrid.Empathy.Models;
using SupportGrid.Empathy.Text;

namespace SupportGrid.Train.Data;

/// <summary>
/// Dialogues, one JSON object a line, whose customer's turns are rated: turns with ratings of several people, or
/// exchanges with one class. Which, the properties of the line tell; a file holds one kind.
/// </summary>
public static class SatisfactionFile
{
    public static ImmutableArray<string> Labels { get; } = ["dissatisfied", "neutral", "satisfied"];

    private static readonly EmpathyAnalyser Shipped = new(EmpathyModels.Shipped);

    public static LabelledSet Read(string path)
    {
        var examples = ImmutableArray.CreateBuilder<Example>();
        string? set = null;
        var isChinese = false;
        JsonLines.Read(path, (dialogue, line) =>
        {
            var exchanges = dialogue.TryGetProperty("exchanges", out _);
            if (set is not null && exchanges != isChinese)
            {
                throw new DataException($"{path}, line {line}: turns and exchanges in one file.");
            }

            isChinese = exchanges;
            set ??= SetOf(dialogue.Text("id"), exchanges, path);
            if (exchanges)
            {
                AddExchanges(dialogue, examples);
            }
            else
            {
                AddTurns(dialogue, examples);
            }
        });
        return new LabelledSet(
            "satisfaction-" + (set ?? throw new DataException($"{path} is empty.")),
            DecisionKind.OneLabel,
            Labels,
            isChinese ? DenseCues.Chinese : DenseCues.English,
            examples.ToImmutable());
    }

    /// <summary>The set by the dialogue's id, else by the file's name, else what the form allows.</summary>
    private static string SetOf(string id, bool exchanges, string path)
    {
        var file = Path.GetFileName(path);
        string[] sets = exchanges ? ["jddc"] : ["mwoz", "sgd", "ccpe", "redial"];
        return sets.FirstOrDefault(s => id.StartsWith(s, StringComparison.OrdinalIgnoreCase))
            ?? sets.FirstOrDefault(s => file.Contains(s, StringComparison.OrdinalIgnoreCase))
            ?? (exchanges ? "jddc" : "mwoz");
    }

    private static void AddTurns(JsonElement dialogue, ImmutableArray<Example>.Builder examples)
    {
        var memory = new ConversationMemory();
        foreach (var turn in dialogue.GetProperty("turns").EnumerateArray())
        {
            var text = turn.Text("text");
            if (turn.Text("role") != "USER")
            {
                memory.AgentSaid(text);
                continue;
            }

            if (text == "OVERALL")
            {
                continue;
            }

            if (turn.TryGetProperty("sat", out var ratings) && ratings.ValueKind == JsonValueKind.Array && ratings.GetArrayLength() > 0)
            {
                var mean = ratings.EnumerateArray().Average(static r => r.GetDouble());
                var label = mean < 3 - 1e-9 ? 0 : mean > 3 + 1e-9 ? 2 : 1;
                examples.Add(Rated(dialogue.Text("id"), text, label, memory, DenseCues.English));
            }

            memory.CustomerSaid(text);
        }
    }

    private static void AddExchanges(JsonElement dialogue, ImmutableArray<Example>.Builder examples)
    {
        var memory = new ConversationMemory();
        foreach (var exchange in dialogue.GetProperty("exchanges").EnumerateArray())
        {
            var text = exchange.Text("user");
            if (exchange.TryGetProperty("sat3", out var label) && label.ValueKind == JsonValueKind.Number)
            {
                examples.Add(Rated(dialogue.Text("id"), text, label.GetInt32(), memory, DenseCues.Chinese));
            }

            memory.CustomerSaid(text);
            if (exchange.Text("system") is { Length: > 0 } reply)
            {
                memory.AgentSaid(reply);
            }
        }
    }

    private static Example Rated(
        string id, string text, int label, ConversationMemory memory, ImmutableArray<string> cues)
    {
        var dense = new float[cues.Length];
        DenseCues.Fill(cues.AsSpan(), text, memory, memory.OverlapsOf(text), dense);
        var reading = new CustomerReading();
        Shipped.Read(text, memory, cues == DenseCues.Chinese ? Language.Chinese : Language.English, reading);
        return new Example(id, text, [label])
        {
            PreviousOther = memory.PreviousAgent,
            PreviousOwn = memory.PreviousCustomer,
            OneBefore = memory.CustomerOneBefore,
            Dense = dense,
            Estimate = reading.Dissatisfied,
        };
    }
}
