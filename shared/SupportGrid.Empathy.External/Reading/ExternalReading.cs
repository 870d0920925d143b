using System.Collections.Immutable;

namespace SupportGrid.Empathy.External.Reading;

/// <summary>
/// What a brain says about one turn: numbers and nothing else. No word of a model ever reaches a person.
/// </summary>
/// <param name="Emotions">Probabilities in the order of <see cref="EmotionLabels.All"/>, each 0 to 1.</param>
/// <param name="Abuse">Probability that the turn abuses somebody, 0 to 1.</param>
/// <param name="Dissatisfied">Probability, 0 to 1.</param>
/// <param name="Satisfied">Probability, 0 to 1.</param>
public sealed record ExternalReading(ImmutableArray<float> Emotions, float Abuse, float Dissatisfied, float Satisfied)
{
    /// <summary>Probability of a negative feeling, computed as the built-in reading computes it.</summary>
    public float Negative => 1 - EmotionLabels.Negative.Aggregate(1f, (none, label) => none * (1 - Of(label)));

    /// <summary>The probability of one of <see cref="EmotionLabels.All"/>.</summary>
    public float Of(string label) => Emotions[EmotionLabels.All.IndexOf(label)];
}
