using System.Collections.Immutable;
using SupportGrid.Empathy.Conversations;
using SupportGrid.Empathy.Models;
using SupportGrid.Train.Data;

namespace SupportGrid.Train.Tenants;

/// <summary>What a tenant may train: which labels there are and whose turns carry them.</summary>
/// <param name="None">The label of a turn of which nothing else holds; where a rejected label leaves a turn.</param>
public sealed record TenantTask(
    string Name, DecisionKind Decision, ImmutableArray<string> Labels, string? None, bool IsAgents, bool NeedsContext)
{
    public static ImmutableArray<TenantTask> All { get; } =
    [
        new("satisfaction", DecisionKind.OneLabel, SatisfactionFile.Labels, "neutral", false, true),
        new("emotion", DecisionKind.EachLabel, [.. GoEmotionsFile.Service.Select(static g => g.Group)], "neutral", false, false),
        new("abuse", DecisionKind.OneLabel, ["safe", "offensive"], "safe", false, false),
        new("conduct", DecisionKind.OneLabel, ["neutral", "apologetic", "enthusiastic", "appreciative"], "neutral", true, false),
    ];

    public static TenantTask Find(string name) => All.FirstOrDefault(t => t.Name == name)
        ?? throw new DataException(
            $"there is no task {name}; known are {string.Join(", ", All.Select(static t => t.Name))}.");

    public ImmutableArray<string> CuesFor(string language) =>
        !NeedsContext ? [] : language == "zh" ? DenseCues.Chinese : DenseCues.English;
}
