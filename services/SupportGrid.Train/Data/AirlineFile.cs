using System.Collections.Immutable;
using System.Net;
using SupportGrid.Empathy.Models;

namespace SupportGrid.Train.Data;

/// <summary>
/// CSV with airline_sentiment (negative, neutral, positive) and text; negativereason where there is one.
/// </summary>
public static class AirlineFile
{
    private static readonly ImmutableArray<string> Names = ["negative", "neutral", "positive"];

    public static LabelledSet Read(string path) => new(
        "airline",
        DecisionKind.OneLabel,
        Names,
        [],
        [
            .. Csv.Read(path, "airline_sentiment", "text").Select(static row => new Example(
                row.Places.ContainsKey("tweet_id") ? row["tweet_id"] : $"row {row.Number}",
                WebUtility.HtmlDecode(row["text"]),
                [Label(row)])),
        ]);

    private static int Label(CsvRow row) => Names.IndexOf(row["airline_sentiment"]) is >= 0 and var label
        ? label
        : throw new DataException($"{row.Path}, row {row.Number}: airline_sentiment is negative, neutral or positive.");
}
