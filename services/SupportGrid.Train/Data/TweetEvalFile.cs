using System.Collections.Immutable;
using SupportGrid.Empathy.Conversations;
using SupportGrid.Empathy.Models;

namespace SupportGrid.Train.Data;

/// <summary>
/// A file of texts and beside it one of label numbers, line by line: NAME_text.txt.gz and NAME_labels.txt.gz.
/// </summary>
public static class TweetEvalFile
{
    private static readonly ImmutableArray<string> Cues = ["rule:profanity"];

    public static LabelledSet Read(string path)
    {
        var name = Path.GetFileName(path);
        var folder = Path.GetDirectoryName(path) ?? "";
        var texts = Path.Combine(folder, name.Replace("_labels", "_text", StringComparison.Ordinal));
        var labels = Path.Combine(folder, name.Replace("_text", "_labels", StringComparison.Ordinal));
        if (texts == labels)
        {
            throw new DataException($"{path}: the name holds neither _text nor _labels.");
        }

        var lines = TextFile.ReadLines(texts);
        var numbers = TextFile.ReadLines(labels);
        if (lines.Count != numbers.Count)
        {
            throw new DataException($"{texts} has {lines.Count} lines, {labels} has {numbers.Count}.");
        }

        var names = NamesFor(name);
        return new LabelledSet(
            name.StartsWith("emotion", StringComparison.Ordinal) ? "tweet-emotion" : "tweet-offensive",
            DecisionKind.OneLabel,
            names,
            Cues,
            [
                .. lines.Select((text, i) => new Example($"{name}:{i + 1}", text, [Label(numbers[i], names.Length, labels, i + 1)])
                {
                    Dense = CuesOf(text),
                }),
            ]);
    }

    private static float[] CuesOf(string text)
    {
        var dense = new float[Cues.Length];
        DenseCues.Fill(Cues.AsSpan(), text, new ConversationMemory(), default, dense);
        return dense;
    }

    private static ImmutableArray<string> NamesFor(string file) =>
        file.StartsWith("emotion", StringComparison.Ordinal) ? ["anger", "joy", "optimism", "sadness"]
        : file.StartsWith("offensive", StringComparison.Ordinal) ? ["not-offensive", "offensive"]
        : throw new DataException($"{file}: the name begins with emotion or offensive.");

    private static int Label(string text, int labels, string path, int line) =>
        int.TryParse(text.Trim(), out var label) && label >= 0 && label < labels
            ? label
            : throw new DataException($"{path}, line {line}: a label is a number from 0 to {labels - 1}.");
}
