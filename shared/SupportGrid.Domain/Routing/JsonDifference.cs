using System.Collections.Immutable;
using System.Text.Json;

namespace SupportGrid.Domain.Routing;

/// <summary>Says in what two JSON documents differ, path by path.</summary>
internal static class JsonDifference
{
    private const int DifferencesMax = 20;

    public static ImmutableArray<string> Between(ReadOnlyMemory<byte> recorded, ReadOnlyMemory<byte> recomputed)
    {
        using var left = JsonDocument.Parse(recorded);
        using var right = JsonDocument.Parse(recomputed);
        var found = new List<string>();
        Compare("$", left.RootElement, right.RootElement, found);
        if (found.Count == 0)
        {
            found.Add("$: the values are the same, their form is not canonical.");
        }

        return [.. found.Take(DifferencesMax)];
    }

    private static void Compare(string path, JsonElement left, JsonElement right, List<string> found)
    {
        if (left.ValueKind == JsonValueKind.Object && right.ValueKind == JsonValueKind.Object)
        {
            var names = left.EnumerateObject().Concat(right.EnumerateObject()).Select(static p => p.Name).Distinct();
            foreach (var name in names)
            {
                Compare($"{path}.{name}", ValueOf(left, name), ValueOf(right, name), found);
            }
        }
        else if (left.ValueKind == JsonValueKind.Array && right.ValueKind == JsonValueKind.Array)
        {
            for (var i = 0; i < Math.Max(left.GetArrayLength(), right.GetArrayLength()); i++)
            {
                Compare($"{path}[{i}]", ValueAt(left, i), ValueAt(right, i), found);
            }
        }
        else if (Text(left) != Text(right))
        {
            found.Add($"{path}: recorded {Text(left)}, recomputed {Text(right)}.");
        }
    }

    private static JsonElement ValueOf(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) ? value : default;

    private static JsonElement ValueAt(JsonElement json, int index) =>
        index < json.GetArrayLength() ? json[index] : default;

    private static string Text(JsonElement json) =>
        json.ValueKind == JsonValueKind.Undefined ? "nothing" : json.GetRawText();
}
