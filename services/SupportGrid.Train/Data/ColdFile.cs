using System.Collections.Immutable;
using SupportGrid.Empathy.Models;

namespace SupportGrid.Train.Data;

/// <summary>CSV with label (0 safe, 1 offensive) and TEXT; id and topic where there are.</summary>
public static class ColdFile
{
    public static LabelledSet Read(string path) => new(
        "offensive-zh",
        DecisionKind.OneLabel,
        ["safe", "offensive"],
        [],
        [
            .. Csv.Read(path, "label", "TEXT").Select(static row => new Example(
                row.Places.ContainsKey("id") ? row["id"] : $"row {row.Number}", row["TEXT"], [row.Whole("label", 1)])
            {
                Topic = row.Places.ContainsKey("topic") ? row["topic"] : null,
            }),
        ]);
}
