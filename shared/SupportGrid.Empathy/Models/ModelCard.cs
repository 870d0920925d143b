using System.Collections.Immutable;
using System.Text.Json;

namespace SupportGrid.Empathy.Models;

/// <summary>
/// What a person must know before trusting a model. Lies beside the model file as JSON and as Markdown.
/// </summary>
/// <param name="Sha256">Of the whole model file.</param>
/// <param name="Bytes">Size of the model file.</param>
/// <param name="Intended">What it is for.</param>
/// <param name="Limits">What it cannot do, one sentence each.</param>
/// <param name="Data">What it was trained on.</param>
public sealed record ModelCard(
    string Name,
    string Date,
    string Sha256,
    long Bytes,
    string Language,
    string Intended,
    ImmutableArray<string> Limits,
    ImmutableArray<ModelData> Data,
    string Recipe,
    ImmutableArray<ModelScores> Scores)
{
    /// <summary>Errors by whom a text speaks of, on the part that nothing was learnt from; empty where nothing could be
    /// counted.</summary>
    public ImmutableArray<GroupScores> Groups { get; init; } = [];

    public string ToJson() => JsonSerializer.Serialize(this, Indented.ModelCard) + "\n";

    /// <exception cref="JsonException">The text is no card.</exception>
    public static ModelCard FromJson(string json) =>
        JsonSerializer.Deserialize(json, ModelJson.Default.ModelCard) ?? throw new JsonException("The card is empty.");

    private static ModelJson Indented { get; } = new(new JsonSerializerOptions(ModelJson.Default.Options)
    {
        WriteIndented = true,
        NewLine = "\n",
    });
}

/// <summary>A set that a model was trained on.</summary>
public sealed record ModelData(string Set, string Part, int Items, string Licence, string Source);

/// <summary>Scores on one part of the data.</summary>
/// <param name="Part">Which text was scored, and whether anything was tuned on it.</param>
public sealed record ModelScores(
    string Part, int Items, double MacroF1, double MicroF1, double CalibrationError, ImmutableArray<LabelScores> Labels);

/// <summary>Scores of one label.</summary>
/// <param name="Support">Items that have the label.</param>
/// <param name="CalibrationError">Expected calibration error in 10 bins.</param>
public sealed record LabelScores(
    string Label, int Support, double Precision, double Recall, double F1, double AveragePrecision, double CalibrationError);

/// <summary>
/// Errors on texts that speak of one group of people, beside those on all others. Shares from 0 to 1.
/// </summary>
/// <param name="Label">The label that would count against a customer.</param>
/// <param name="FalseAlarms">Of the group's texts without the label, the share that was given it.</param>
/// <param name="Low">Of the interval of 95 % of the difference of the two shares of false alarms.</param>
public sealed record GroupScores(
    string Label, string Group, int Items, double FalseAlarms, double FalseAlarmsOfRest, double Low, double High);
