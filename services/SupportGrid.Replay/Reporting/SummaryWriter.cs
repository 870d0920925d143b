using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Spectre.Console;

namespace SupportGrid.Replay.Reporting;

/// <summary>Writes a summary for a person, or as one JSON object for a program.</summary>
public static class SummaryWriter
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string ToJson(ReplaySummary summary) => JsonSerializer.Serialize(summary, Json);

    public static void Write(IAnsiConsole console, ReplaySummary summary)
    {
        var table = new Table().Border(TableBorder.Rounded).HideHeaders().AddColumn("").AddColumn("");
        void Row(string name, string value) => table.AddRow(name, value);

        Row("conversations", Number(summary.Conversations));
        Row("closed", Number(summary.Closed));
        Row("offered / accepted / abandoned", $"{Number(summary.Offered)} / {Number(summary.Accepted)} / {Number(summary.Abandoned)}");
        Row("turns", Number(summary.Turns));
        Row("time", string.Create(CultureInfo.InvariantCulture, $"{summary.Seconds:0.0} s with {summary.Agents} agents"));
        Row("interactions per second", string.Create(CultureInfo.InvariantCulture, $"{summary.InteractionsPerSecond:0.0}"));
        Row("turns per second", string.Create(CultureInfo.InvariantCulture, $"{summary.TurnsPerSecond:0}"));
        Row("wait p50 / p95 / p99", Milliseconds(summary.WaitMs));
        Row("offer latency p50 / p95 / p99", Milliseconds(summary.OfferMs));
        Row("cues on desks (alerts)", $"{Number(summary.Cues.Shown)} ({Number(summary.Cues.Alerts)})");
        Row("cue after acknowledgement p50 / p95 / p99", Milliseconds(summary.Cues.AfterAcknowledgementMs));
        Row("cue after sending p50 / p95 / p99", Milliseconds(summary.Cues.AfterSendingMs));
        if (summary.Check is { } check)
        {
            Row("log check", string.Create(
                CultureInfo.InvariantCulture,
                $"{check.Events:N0} events, {check.Interactions:N0} interactions, at most {check.MostCarried} units on one agent"));
            Row("problems", check.Problems == 0 ? "[green]none[/]" : $"[red]{check.Problems}[/]");
        }

        console.Write(table);
        foreach (var line in summary.FailuresTold.Concat(summary.Check?.Told ?? []))
        {
            console.MarkupLineInterpolated($"[red]{line}[/]");
        }
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Milliseconds(Percentiles? p) => p is null
        ? "-"
        : string.Create(CultureInfo.InvariantCulture, $"{p.P50:0.0} / {p.P95:0.0} / {p.P99:0.0} ms");
}
