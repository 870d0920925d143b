using System.Collections.Immutable;

namespace SupportGrid.Domain.Empathy;

/// <summary>
/// What was read in one turn, as plain data: whoever read it, the rules decide on nothing else. All numbers are whole,
/// all lists are bounded (<see cref="EmpathyLimits"/>), so the same turn gives the same bytes.
/// </summary>
/// <param name="Model">Name and date of the model that read emotions, or "" where none did.</param>
/// <param name="Language">"en", "zh", "" (the turn does not tell) or "other".</param>
/// <param name="FactsOnly">The language is not read: there are facts of effort and nothing else.</param>
/// <param name="Negative">Probability of a negative feeling, in permille; 0 where no model read emotions.</param>
/// <param name="Emotions">The likeliest labels, likeliest first; of an agent's turn always empty.</param>
/// <param name="Abuse">Probability that the turn offends, in permille; 0 where nothing reads it.</param>
/// <param name="Dissatisfied">In permille; an estimate unless a tenant's own model read it.</param>
/// <param name="Effort">What the conversation has cost the customer so far, in permille.</param>
/// <param name="EffortFacts">What makes the effort, the strongest first.</param>
[GenerateSerializer, Immutable, Alias("sg.TurnReading")]
public sealed record TurnReading(
    string Model,
    string Language,
    bool FactsOnly,
    int Negative,
    ImmutableArray<LabelScore> Emotions,
    int Abuse,
    int Dissatisfied,
    int Satisfied,
    ImmutableArray<TurnSignal> Signals,
    ImmutableArray<RuleMatch> Rules,
    ImmutableArray<LabelEvidence> Evidence,
    int Effort,
    ImmutableArray<EffortFact> EffortFacts)
{
    /// <summary>A turn in which nothing was found.</summary>
    public static TurnReading Blank { get; } = new("", "", false, 0, [], 0, 0, 0, [], [], [], 0, []);

    public bool Has(TurnSignal signal) => Signals.Contains(signal);

    public RuleMatch? Rule(string rule)
    {
        foreach (var match in Rules)
        {
            if (match.Rule == rule)
            {
                return match;
            }
        }

        return null;
    }

    /// <summary>Probability of a label in permille; 0 when it is not among the likeliest.</summary>
    public int Of(string label)
    {
        foreach (var score in Emotions)
        {
            if (score.Label == label)
            {
                return score.Permille;
            }
        }

        return 0;
    }
}
