using System.Collections.Immutable;
using SupportGrid.Empathy.Models;

namespace SupportGrid.Train.Data;

/// <summary>
/// Text, label numbers parted by commas, comment id: parted by tabs, no header. 28 labels, several an item.
/// </summary>
public static class GoEmotionsFile
{
    /// <summary>The 28 labels in the order of their numbers.</summary>
    public static ImmutableArray<string> Labels { get; } =
    [
        "admiration", "amusement", "anger", "annoyance", "approval", "caring", "confusion", "curiosity", "desire",
        "disappointment", "disapproval", "disgust", "embarrassment", "excitement", "fear", "gratitude", "grief", "joy", "love",
        "nervousness", "optimism", "pride", "realization", "relief", "remorse", "sadness", "surprise", "neutral",
    ];

    /// <summary>The groups of a customer's emotion that the product shows.</summary>
    public static ImmutableArray<(string Group, ImmutableArray<string> Members)> Service { get; } =
    [
        ("neutral", ["neutral"]),
        ("angry", ["anger", "annoyance", "disgust"]),
        ("dissatisfied", ["disapproval", "disappointment"]),
        ("anxious", ["fear", "nervousness"]),
        ("sad", ["sadness", "grief"]),
        ("apologetic", ["remorse", "embarrassment"]),
        ("confused", ["confusion", "curiosity"]),
        ("surprised", ["surprise", "realization"]),
        ("grateful_satisfied", ["gratitude", "approval", "relief", "admiration", "joy", "love", "caring", "pride", "amusement"]),
        ("excited_hopeful", ["excitement", "optimism", "desire"]),
    ];

    public static ImmutableArray<(string Group, ImmutableArray<string> Members)> Ekman { get; } =
    [
        ("anger", ["anger", "annoyance", "disapproval"]),
        ("disgust", ["disgust"]),
        ("fear", ["fear", "nervousness"]),
        ("joy", Pleasant),
        ("sadness", ["sadness", "disappointment", "embarrassment", "grief", "remorse"]),
        ("surprise", ["surprise", "realization", "confusion", "curiosity"]),
        ("neutral", ["neutral"]),
    ];

    public static ImmutableArray<(string Group, ImmutableArray<string> Members)> Sentiment { get; } =
    [
        ("positive", Pleasant),
        ("negative",
        [
            "anger", "annoyance", "disapproval", "disgust", "fear", "nervousness", "sadness", "disappointment", "embarrassment",
            "grief", "remorse",
        ]),
        ("ambiguous", ["surprise", "realization", "confusion", "curiosity"]),
        ("neutral", ["neutral"]),
    ];

    private static ImmutableArray<string> Pleasant =>
    [
        "joy", "amusement", "approval", "excitement", "gratitude", "love", "optimism", "relief", "pride", "admiration", "desire",
        "caring",
    ];

    public static LabelledSet Read(string path)
    {
        var examples = ImmutableArray.CreateBuilder<Example>();
        var number = 0;
        foreach (var line in TextFile.ReadLines(path))
        {
            number++;
            var parts = line.Split('\t');
            if (parts.Length < 2)
            {
                throw new DataException($"{path}, line {number}: expected text, labels and id, parted by tabs.");
            }

            var id = parts.Length > 2 ? parts[^1] : $"line {number}";
            examples.Add(new Example(id, parts[0], [.. parts[1].Split(',').Select(l => Label(l, path, number))]));
        }

        return new LabelledSet("28-way", DecisionKind.EachLabel, Labels, [], examples.ToImmutable());
    }

    private static int Label(string text, string path, int number) =>
        int.TryParse(text, out var label) && label >= 0 && label < Labels.Length
            ? label
            : throw new DataException($"{path}, line {number}: a label is a number from 0 to {Labels.Length - 1}.");
}
