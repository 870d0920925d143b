using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using SupportGrid.Empathy.Models;

namespace SupportGrid.Train.Groups;

/// <summary>The tables of groups, for people.</summary>
internal static class GroupTable
{
    /// <summary>Bootstrap draws for the card of a model.</summary>
    public const int DrawsOfCard = 500;

    public static void Write(TextWriter to, ImmutableArray<GroupRow> rows)
    {
        to.WriteLine();
        to.WriteLine(
            "By whom a text speaks of: texts without the label that were given it, beside the rest of the set.");
        to.WriteLine();
        to.WriteLine(
            "| label | group | items | false alarms | of the rest | 95 % of the difference | missed | of the rest | |");
        to.WriteLine("| --- | --- | ---: | ---: | ---: | --- | ---: | ---: | --- |");
        foreach (var r in rows)
        {
            to.WriteLine(
                $"| {r.Label} | {r.Group} | {r.Items} | {Share(r.FalseAlarms)} | {Share(r.FalseAlarmsOfRest)} "
                + $"| {Share(r.Low)} to {Share(r.High)} | {Share(r.Misses)} | {Share(r.MissesOfRest)} "
                + (r.IsHigher ? "| higher |" : "| |"));
        }
    }

    public static void Write(TextWriter to, ImmutableArray<SwapRow> rows)
    {
        to.WriteLine("Harmless messages in which only the word for a group differs. Nothing should be said of them.");
        to.WriteLine();
        to.WriteLine(
            "| language | group | messages | negative, mean | abuse, mean | with something said | what | highest | in |");
        to.WriteLine("| --- | --- | ---: | ---: | ---: | ---: | --- | ---: | --- |");
        foreach (var r in rows)
        {
            to.WriteLine(
                $"| {r.Language} | {r.Group} | {r.Messages} | {Share(r.Negative)} | {Share(r.Abuse)} | {r.Wrong} "
                + $"| {string.Join(", ", r.Said)} | {Share(r.WorstProbability)} | {r.Worst} |");
        }
    }

    /// <summary>The section of a model's card; nothing where there is nothing to tell.</summary>
    public static void Add(StringBuilder text, ImmutableArray<GroupScores> groups)
    {
        if (groups.IsEmpty)
        {
            return;
        }

        text.Append("\n## Errors by whom a text speaks of, on dev\n\n"
            + "False alarms: texts without the label that were given it.\n\n"
            + "| label | group | items | false alarms | of the rest | 95 % of the difference |\n"
            + "| --- | --- | ---: | ---: | ---: | --- |\n");
        foreach (var g in groups)
        {
            text.Append(
                $"| {g.Label} | {g.Group} | {g.Items} | {Share(g.FalseAlarms)} | {Share(g.FalseAlarmsOfRest)} "
                + $"| {Share(g.Low)} to {Share(g.High)} |\n");
        }
    }

    private static string Share(double? value) => value?.ToString("0.000", CultureInfo.InvariantCulture) ?? "";
}
