using System.Collections.Immutable;

namespace SupportGrid.Domain.Empathy;

/// <summary>
/// The ten groups of emotions, as models, labels and exported training data name them.
/// </summary>
public static class EmotionLabels
{
    public const string Neutral = "neutral";
    public const string Angry = "angry";
    public const string Dissatisfied = "dissatisfied";
    public const string Anxious = "anxious";
    public const string Sad = "sad";
    public const string Apologetic = "apologetic";
    public const string Confused = "confused";
    public const string Surprised = "surprised";
    public const string Grateful = "grateful_satisfied";
    public const string Excited = "excited_hopeful";

    /// <summary>All ten.</summary>
    public static ImmutableArray<string> All { get; } =
    [
        Neutral, Angry, Dissatisfied, Anxious, Sad, Apologetic, Confused, Surprised, Grateful, Excited,
    ];
}
