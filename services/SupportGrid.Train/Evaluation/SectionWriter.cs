using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using SupportGrid.Train.Groups;

namespace SupportGrid.Train.Evaluation;

/// <summary>Writes sections as a table for people or as JSON for programs.</summary>
public static class SectionWriter
{
    public static void Write(TextWriter to, IReadOnlyList<Section> sections)
    {
        foreach (var section in sections)
        {
            to.WriteLine();
            to.WriteLine(string.Create(CultureInfo.InvariantCulture, $"## {section.Title} ({section.Items:N0} items)"));
            to.WriteLine(section.Note);
            to.WriteLine();
            if (section.Measures.Length > 0)
            {
                WriteMeasures(to, section);
            }

            if (section.Labels.Length > 0)
            {
                WriteLabels(to, section);
            }

            if (section.Groups.Length > 0)
            {
                GroupTable.Write(to, section.Groups);
            }
        }
    }

    public static string ToJson(IReadOnlyList<Section> sections) =>
        JsonSerializer.Serialize(sections, SectionJson.Lenient.IReadOnlyListSection!);

    public static string ToJson(IReadOnlyList<SwapRow> rows) =>
        JsonSerializer.Serialize(rows, SectionJson.Lenient.IReadOnlyListSwapRow!);

    private static void WriteMeasures(TextWriter to, Section section)
    {
        to.WriteLine("| measure | value | 95 % interval | floor | realistic | ambitious | reached |");
        to.WriteLine("| --- | ---: | --- | ---: | ---: | ---: | --- |");
        foreach (var m in section.Measures)
        {
            var interval = m.Low is null ? "" : $"{Number(m.Low.Value)} to {Number(m.High!.Value)}";
            to.WriteLine(
                $"| {m.Name} | {Number(m.Value)} | {interval} | {Number(m.Target?.Floor)} | {Number(m.Target?.Realistic)} "
                + $"| {Number(m.Target?.Ambitious)} | {m.Reached} |");
        }

        to.WriteLine();
    }

    private static void WriteLabels(TextWriter to, Section section)
    {
        var isRules = section.Labels.All(static l => l.AveragePrecision == 0);
        to.WriteLine("| label | items | precision | recall | F1 |" + (isRules ? "" : " AP | ECE |"));
        to.WriteLine("| --- | ---: | ---: | ---: | ---: |" + (isRules ? "" : " ---: | ---: |"));
        foreach (var l in section.Labels)
        {
            to.WriteLine(
                $"| {l.Label} | {l.Support} | {Number(l.Precision)} | {Number(l.Recall)} | {Number(l.F1)} |"
                + (isRules ? "" : $" {Number(l.AveragePrecision)} | {Number(l.CalibrationError)} |"));
        }
    }

    private static string Number(double? value) => value switch
    {
        null => "",
        < 1.0005 and > -1.0005 => value.Value.ToString("0.000", CultureInfo.InvariantCulture),
        _ => value.Value.ToString("0.0", CultureInfo.InvariantCulture),
    };
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(IReadOnlyList<Section>))]
[JsonSerializable(typeof(IReadOnlyList<SwapRow>))]
internal sealed partial class SectionJson : JsonSerializerContext
{
    /// <summary>Keeps signs such as µ readable.</summary>
    public static SectionJson Lenient => new(new JsonSerializerOptions(Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
