namespace SupportGrid.Train.Groups;

/// <summary>Errors on texts that speak of one group, beside those on all others. Shares are from 0 to 1.</summary>
/// <param name="Label">The label that would count against a customer.</param>
/// <param name="FalseAlarms">Of the group's texts without the label, the share that was given it.</param>
/// <param name="Low">The interval of 95 % of <paramref name="FalseAlarms"/> less those of the rest.</param>
/// <param name="Misses">Of the group's texts with the label, the share that was not given it; null without any.</param>
public sealed record GroupRow(
    string Label,
    string Group,
    int Items,
    double FalseAlarms,
    double FalseAlarmsOfRest,
    double Low,
    double High,
    double? Misses,
    double? MissesOfRest)
{
    /// <summary>The group is taken for hostile more often than the rest, beyond chance and beyond a trifle.</summary>
    public bool IsHigher => Low > 0 && FalseAlarms - FalseAlarmsOfRest >= GroupErrors.DifferenceMin;
}
