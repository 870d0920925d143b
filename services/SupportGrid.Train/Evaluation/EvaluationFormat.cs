using System.Collections.Immutable;
using SupportGrid.Empathy.Models;
using SupportGrid.Train.Data;

namespace SupportGrid.Train.Evaluation;

/// <summary>How the files of one folder of the published data are read, and what is measured on them.</summary>
/// <param name="Name">The folder's name.</param>
/// <param name="Views">The groupings of a set that are measured, the most important first.</param>
public sealed record EvaluationFormat(
    string Name, Func<string, LabelledSet> Read, Func<LabelledSet, ImmutableArray<LabelledSet>> Views)
{
    public static ImmutableArray<EvaluationFormat> All { get; } =
    [
        new("goemotions", GoEmotionsFile.Read, static set =>
        [
            set.Grouped("service-10", GoEmotionsFile.Service), set.Grouped("ekman", GoEmotionsFile.Ekman), set,
            set.Grouped("sentiment", GoEmotionsFile.Sentiment),
        ]),
        new("cold-zh-offensive", ColdFile.Read, static set => [set]),
        new("agent-conduct", ConductFile.Read, static set => [set]),
        new("satisfaction", SatisfactionFile.Read, static set => [set]),
        new("epitome", EpitomeFile.Read, static set => [EpitomeFile.YesNo(set), set]),
        new("tweeteval", TweetEvalFile.Read, static set => [set]),
        new("airline", AirlineFile.Read, static set => [set]),
        new("esconv", EsconvFile.Read, static set => [set]),
    ];

    /// <summary>The shipped model that is measured on a view, or null where nothing may be shipped.</summary>
    public static string? ShippedFor(string view) => view switch
    {
        "service-10" => ShippedModels.EmotionEn,
        "offensive-zh" => ShippedModels.AbuseZh,
        "conduct-en" => ShippedModels.ConductEn,
        _ => null,
    };

    public static EvaluationFormat Find(string name) => All.FirstOrDefault(f => f.Name == name)
        ?? throw new DataException(
            $"there is no format {name}; known are {string.Join(", ", All.Select(static f => f.Name))}.");
}
