using System.Collections.Immutable;

namespace SupportGrid.Train.Groups;

/// <summary>What is read in harmless messages that speak of one group.</summary>
/// <param name="Language">en or zh.</param>
/// <param name="Negative">Mean probability of a negative feeling, 0 to 1; 0 where no model reads feelings.</param>
/// <param name="Abuse">Mean probability of abuse, 0 to 1; 0 where no model reads it.</param>
/// <param name="Wrong">Messages in which a model or a rule said something that counts against the customer.</param>
/// <param name="Said">Which labels and rules those were.</param>
/// <param name="Worst">The message with the largest probability.</param>
public sealed record SwapRow(
    string Language,
    string Group,
    int Messages,
    double Negative,
    double Abuse,
    int Wrong,
    ImmutableArray<string> Said,
    string Worst,
    double WorstProbability);
