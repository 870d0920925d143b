using System.Collections.Immutable;
using System.Text.RegularExpressions;
using SupportGrid.Empathy.Conversations;
using SupportGrid.Empathy.Models;

namespace SupportGrid.Train.Data;

/// <summary>
/// Dialogues, one JSON object a line, whose system turns carry a conduct. The texts come with a space before every
/// mark; it is taken out, since agents do not write so. Compassionate, of which there is one case, is left out.
/// </summary>
public static partial class ConductFile
{
    private static readonly ImmutableArray<int> ClassOf = [0, -1, 1, 2, 3];

    public static LabelledSet Read(string path)
    {
        var examples = ImmutableArray.CreateBuilder<Example>();
        ImmutableArray<string> cues = ["dialogue-turn-of-20"];
        JsonLines.Read(path, (dialogue, line) =>
        {
            var memory = new ConversationMemory();
            foreach (var turn in dialogue.GetProperty("turns").EnumerateArray())
            {
                var text = Joined(turn.Text("text"));
                if (turn.Text("role") == "user")
                {
                    memory.CustomerSaid(text);
                    continue;
                }

                if (turn.TryGetProperty("conduct", out var conduct))
                {
                    var label = conduct.GetInt32();
                    if (label < 0 || label >= ClassOf.Length)
                    {
                        throw new DataException($"{path}, line {line}: conduct is 0 to 4.");
                    }

                    if (ClassOf[label] >= 0)
                    {
                        var dense = new float[1];
                        DenseCues.Fill(cues.AsSpan(), text, memory, default, dense);
                        examples.Add(new Example(dialogue.Text("id"), text, [ClassOf[label]])
                        {
                            PreviousOther = memory.PreviousCustomer,
                            Dense = dense,
                        });
                    }
                }

                memory.AgentSaid(text);
            }
        });
        return new LabelledSet(
            "conduct-en", DecisionKind.OneLabel, ["neutral", "apologetic", "enthusiastic", "appreciative"], cues, examples.ToImmutable());
    }

    /// <summary>"I do n't know ." as one writes it: "I don't know."</summary>
    internal static string Joined(string text) => BeforeMark().Replace(BeforeShort().Replace(text, "$1"), "$1");

    [GeneratedRegex(@"\s+(n't|'s|'m|'re|'ve|'ll|'d)\b", RegexOptions.IgnoreCase)]
    private static partial Regex BeforeShort();

    [GeneratedRegex(@"\s+([.,!?;:])")]
    private static partial Regex BeforeMark();
}
