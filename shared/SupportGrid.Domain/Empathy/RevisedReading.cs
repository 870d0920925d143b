using System.Collections.Immutable;

namespace SupportGrid.Domain.Empathy;

/// <summary>
/// What a model outside of the platform read in a turn of the customer. Numbers and nothing else: whatever it says, it
/// can change no more than these of that one turn. Rules, signals and facts stay as they were read.
/// </summary>
/// <param name="Provider">The operator's name for the service.</param>
/// <param name="Model">The model that the operator asks it for.</param>
/// <param name="Negative">Probability of a negative feeling, in permille.</param>
/// <param name="Emotions">The likeliest labels, likeliest first.</param>
/// <param name="Abuse">Probability that the turn offends, in permille.</param>
/// <param name="Dissatisfied">In permille.</param>
/// <param name="Satisfied">In permille.</param>
[GenerateSerializer, Immutable, Alias("sg.RevisedReading")]
public sealed record RevisedReading(
    string Provider,
    string Model,
    int Negative,
    ImmutableArray<LabelScore> Emotions,
    int Abuse,
    int Dissatisfied,
    int Satisfied)
{
    /// <summary>Service and model, as evidence names them.</summary>
    public string Name => $"{Provider} {Model}";

    /// <summary>The turn's reading with what the model says in the place of what was read at once.</summary>
    public TurnReading Over(TurnReading reading) => reading with
    {
        Model = Name,
        FactsOnly = false,
        Negative = Negative,
        Emotions = Emotions,
        Abuse = Abuse,
        Dissatisfied = Dissatisfied,
        Satisfied = Satisfied,
        Evidence = [],
    };
}
