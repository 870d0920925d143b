using SupportGrid.Empathy.Conversations;
using SupportGrid.Empathy.Rules;

namespace SupportGrid.Empathy.Analysis;

/// <summary>What was read in a turn of the customer.</summary>
public sealed class CustomerReading : TurnReading
{
    /// <summary>The ten service groups, in the languages that have a model.</summary>
    public ModelReading Emotion { get; } = new();

    public ModelReading Abuse { get; } = new();

    /// <summary>Present only with a tenant's model; see <see cref="SatisfactionSource"/>.</summary>
    public ModelReading Satisfaction { get; } = new();

    public SatisfactionSource SatisfactionSource { get; internal set; }

    /// <summary>Probability, or estimate, that the turn is dissatisfied; 0 when nothing is known.</summary>
    public float Dissatisfied { get; internal set; }

    public float Satisfied { get; internal set; }

    /// <summary>
    /// Probability that the turn carries a negative feeling (angry, dissatisfied, anxious or sad, taken as
    /// independent); 0 without a model. What a trajectory follows.
    /// </summary>
    public float Negative { get; internal set; }

    /// <summary>How much was said before; other overlaps than of trigrams only where a model reads them.</summary>
    public TurnOverlaps Overlaps { get; internal set; }

    public bool Restates => Overlaps.Trigrams > ConversationMemory.RestatedAbove;

    public bool Thanks => Has(CueRules.CustomerThanks) || Has(CueRules.CustomerThanksZh);

    internal override void Clear()
    {
        base.Clear();
        Emotion.Clear();
        Abuse.Clear();
        Satisfaction.Clear();
        SatisfactionSource = SatisfactionSource.None;
        Dissatisfied = 0;
        Satisfied = 0;
        Negative = 0;
        Overlaps = default;
    }
}
