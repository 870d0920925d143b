using System.Collections.Immutable;

namespace SupportGrid.Empathy.External.Reading;

/// <summary>The ten service groups, by the names that the built-in models have for them.</summary>
public static class EmotionLabels
{
    public static ImmutableArray<string> All { get; } =
    [
        "neutral", "angry", "dissatisfied", "anxious", "sad", "apologetic", "confused", "surprised",
        "grateful_satisfied", "excited_hopeful",
    ];

    /// <summary>Those that a trajectory counts as negative, each taken as independent of the others.</summary>
    public static ImmutableArray<string> Negative { get; } = ["angry", "dissatisfied", "anxious", "sad"];
}
