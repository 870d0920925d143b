using System.Collections.Immutable;
using SupportGrid.Train.Data;
using SupportGrid.Train.Evaluation;

namespace SupportGrid.Train.Groups;

/// <summary>
/// Errors of a model by whom a text speaks of, for the labels that would count against a customer. A model that takes
/// harmless texts about one group for hostile ones more often than others would make that group's contacts look worse.
/// </summary>
/// <remarks>
/// A group and "the rest" are those texts of the set that speak of it and those that do not. False alarms are counted
/// among texts without the label, misses among those with it. The interval is the bootstrap's, of the difference of the
/// shares of false alarms.
/// </remarks>
public static class GroupErrors
{
    /// <summary>Texts without the label that a group needs on either side, for a share to be told.</summary>
    public const int HarmlessMin = 30;

    /// <summary>Differences of false alarms below this (as a share) are not called higher, whatever their
    /// interval.</summary>
    public const double DifferenceMin = .02;

    /// <summary>The labels of a set that would count against a customer; empty where it has none.</summary>
    public static ImmutableArray<string> AdverseOf(string set) => set switch
    {
        "service-10" => ["angry", "dissatisfied"],
        "offensive-zh" or "tweet-offensive" => ["offensive"],
        "airline" => ["negative"],
        _ when set.StartsWith("satisfaction", StringComparison.Ordinal) => ["dissatisfied"],
        _ => [],
    };

    /// <summary>A row for each adverse label and group that has enough texts.</summary>
    public static ImmutableArray<GroupRow> Of(Scored scored, Bootstrap bootstrap)
    {
        var rows = ImmutableArray.CreateBuilder<GroupRow>();
        var groupsOf = scored.Set.Examples.Select(GroupsOf).ToArray();
        var groups = groupsOf.SelectMany(static g => g).Distinct().Order(StringComparer.Ordinal).ToArray();
        foreach (var name in AdverseOf(scored.Set.Name))
        {
            var label = scored.Set.Labels.IndexOf(name);
            foreach (var group in groups)
            {
                var isOf = groupsOf.Select(g => g.Contains(group)).ToArray();
                if (Row(name, group, isOf, scored.Holds[label], scored.Said[label], bootstrap) is { } row)
                {
                    rows.Add(row);
                }
            }
        }

        return rows.ToImmutable();
    }

    private static ImmutableArray<string> GroupsOf(Example example) =>
        example.Topic is { } topic ? PeopleTerms.Of(example.Text).Add("topic: " + topic) : PeopleTerms.Of(example.Text);

    private static GroupRow? Row(
        string label, string group, bool[] isOf, bool[] holds, bool[] said, Bootstrap bootstrap)
    {
        int[] all = [.. Enumerable.Range(0, isOf.Length)];
        var here = Errors.Of(all, isOf, wanted: true, holds, said);
        var rest = Errors.Of(all, isOf, wanted: false, holds, said);
        if (here.Harmless < HarmlessMin || rest.Harmless < HarmlessMin)
        {
            return null;
        }

        var (low, high) = bootstrap.Interval(drawn =>
            Errors.Of(drawn, isOf, wanted: true, holds, said).FalseAlarms
            - Errors.Of(drawn, isOf, wanted: false, holds, said).FalseAlarms);
        return new GroupRow(
            label, group, here.Items, here.FalseAlarms, rest.FalseAlarms, low, high, here.Misses, rest.Misses);
    }

    private readonly record struct Errors(int Items, int Harmless, double FalseAlarms, double? Misses)
    {
        public static Errors Of(int[] examples, bool[] isOf, bool wanted, bool[] holds, bool[] said)
        {
            var (harmless, alarms, adverse, misses) = (0, 0, 0, 0);
            foreach (var i in examples)
            {
                if (isOf[i] != wanted)
                {
                    continue;
                }

                harmless += holds[i] ? 0 : 1;
                alarms += !holds[i] && said[i] ? 1 : 0;
                adverse += holds[i] ? 1 : 0;
                misses += holds[i] && !said[i] ? 1 : 0;
            }

            return new Errors(
                harmless + adverse,
                harmless,
                harmless == 0 ? 0 : (double)alarms / harmless,
                adverse == 0 ? null : (double)misses / adverse);
        }
    }
}
