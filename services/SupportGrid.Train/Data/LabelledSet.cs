using System.Collections.Immutable;
using SupportGrid.Empathy.Models;

namespace SupportGrid.Train.Data;

/// <summary>Labelled turns with the names of their labels and dense cues.</summary>
public sealed record LabelledSet(
    string Name,
    DecisionKind Decision,
    ImmutableArray<string> Labels,
    ImmutableArray<string> DenseCues,
    ImmutableArray<Example> Examples)
{
    /// <summary>The same turns with labels put together: a group holds when one of its members does.</summary>
    /// <param name="groups">Name and members, in order.</param>
    public LabelledSet Grouped(string name, ImmutableArray<(string Group, ImmutableArray<string> Members)> groups)
    {
        var groupOf = Labels.Select(l => groups.FindIndex(l)).ToArray();
        return this with
        {
            Name = name,
            Labels = [.. groups.Select(static g => g.Group)],
            Examples =
            [
                .. Examples.Select(e => e with
                {
                    Labels = [.. e.Labels.Select(l => groupOf[l]).Where(static g => g >= 0).Distinct().Order()],
                }),
            ],
        };
    }
}

/// <summary>Looks a label up among groups.</summary>
internal static class Groups
{
    public static int FindIndex(
        this ImmutableArray<(string Group, ImmutableArray<string> Members)> groups, string label)
    {
        for (var i = 0; i < groups.Length; i++)
        {
            if (groups[i].Members.Contains(label))
            {
                return i;
            }
        }

        return -1;
    }
}
