using System.Collections.Immutable;
using SupportGrid.Train.Groups;

namespace SupportGrid.Train.Evaluation;

/// <summary>One figure with its interval and what was hoped for.</summary>
/// <param name="Low">Bounds of the bootstrap interval of 95 %; null where none was drawn.</param>
/// <param name="Target">Null where there is no target.</param>
public sealed record Measure(string Name, double Value, double? Low, double? High, Target? Target)
{
    public Measure(string name, double value)
        : this(name, value, null, null, null)
    {
    }

    /// <summary>"ambitious", "realistic", "floor", "below floor", or empty without a target.</summary>
    public string Reached => Target?.Reached(Value) ?? "";
}

/// <summary>Three levels of one measure.</summary>
/// <param name="SmallerIsBetter">For errors and times.</param>
public sealed record Target(double Floor, double Realistic, double Ambitious, bool SmallerIsBetter = false)
{
    public string Reached(double value) =>
        Holds(value, Ambitious) ? "ambitious" : Holds(value, Realistic) ? "realistic" : Holds(value, Floor) ? "floor" : "below floor";

    private bool Holds(double value, double level) => SmallerIsBetter ? value <= level : value >= level;
}

/// <summary>Scores of one label.</summary>
/// <param name="Support">Items that have it.</param>
public sealed record LabelRow(
    string Label, int Support, double Precision, double Recall, double F1, double AveragePrecision, double CalibrationError);

/// <summary>What one model, or the rules, did on one set.</summary>
/// <param name="Note">What a reader must know to judge the figures.</param>
public sealed record Section(
    string Title, string Note, int Items, ImmutableArray<Measure> Measures, ImmutableArray<LabelRow> Labels)
{
    /// <summary>Errors by whom a text speaks of; empty where no label would count against anybody.</summary>
    public ImmutableArray<GroupRow> Groups { get; init; } = [];
}
