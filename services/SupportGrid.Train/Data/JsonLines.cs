using System.Text.Json;

namespace SupportGrid.Train.Data;

/// <summary>Reads one JSON object a line.</summary>
internal static class JsonLines
{
    /// <summary>
    /// Calls back for each line that is not empty; what it throws about JSON becomes a sentence with the line.
    /// </summary>
    public static void Read(string path, Action<JsonElement, int> each)
    {
        var number = 0;
        foreach (var line in TextFile.ReadLines(path))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            try
            {
                using var document = JsonDocument.Parse(line);
                each(document.RootElement, number);
            }
            catch (Exception e) when (
                e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
            {
                throw new DataException($"{path}, line {number}: not in the documented form ({e.GetType().Name}).");
            }
        }
    }

    public static string Text(this JsonElement of, string property) =>
        of.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
