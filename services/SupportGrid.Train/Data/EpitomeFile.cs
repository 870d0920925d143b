using System.Collections.Immutable;
using SupportGrid.Empathy.Conversations;
using SupportGrid.Empathy.Models;

namespace SupportGrid.Train.Data;

/// <summary>CSV of replies rated for one mechanism of empathy, which the file's name begins with.</summary>
public static class EpitomeFile
{
    private static readonly ImmutableArray<string> Mechanisms = ["emotional-reactions", "interpretations", "explorations"];

    public static ImmutableArray<string> Cues { get; } =
    [
        "length-of-600", "asks", "rule:agent-acknowledges", "rule:agent-understands", "rule:agent-apologises",
    ];

    public static LabelledSet Read(string path)
    {
        var file = Path.GetFileName(path).Replace('_', '-');
        var mechanism = Mechanisms.FirstOrDefault(m => file.Contains(m, StringComparison.OrdinalIgnoreCase))
            ?? throw new DataException($"{path}: the name holds none of {string.Join(", ", Mechanisms)}.");
        return new LabelledSet(
            mechanism,
            DecisionKind.OneLabel,
            ["none", "weak", "strong"],
            Cues,
            [.. Csv.Read(path, "sp_id", "response_post", "level", "rationales").Select(Example)]);
    }

    /// <summary>The same replies, expressed or not.</summary>
    public static LabelledSet YesNo(LabelledSet levels) => levels.Grouped(
        levels.Name + "-yes-no", [("no", ["none"]), ("yes", ["weak", "strong"])]);

    /// <summary>The cues of a text that stands alone.</summary>
    internal static float[] CuesOf(string text)
    {
        var dense = new float[Cues.Length];
        DenseCues.Fill(Cues.AsSpan(), text, new ConversationMemory(), default, dense);
        return dense;
    }

    private static Example Example(CsvRow row)
    {
        var text = row["response_post"];
        return new Example(row["sp_id"], text, [row.Whole("level", 2)])
        {
            PreviousOther = row.Places.ContainsKey("seeker_post") ? row["seeker_post"] : "",
            Dense = CuesOf(text),
            Rationales = [.. row["rationales"].Split('|').Select(static r => r.Trim()).Where(static r => r.Length > 0)],
        };
    }
}
