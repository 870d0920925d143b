using System.Globalization;
using System.Text;

namespace SupportGrid.Gateway.Admin.Yaml;

/// <summary>Durations as people write them: "20s", "2m", "1h30m", "7d", "500ms"; units from large to small.</summary>
public static class YamlDuration
{
    private const int DaysMax = 10_000;

    /// <summary>Large to small; "ms" before "m" would not matter, a unit is read as a whole word.</summary>
    private static readonly (string Name, long Milliseconds)[] Units =
        [("d", 86_400_000), ("h", 3_600_000), ("m", 60_000), ("s", 1_000), ("ms", 1)];

    public static string Format(TimeSpan span)
    {
        var left = span.Ticks / TimeSpan.TicksPerMillisecond;
        if (left <= 0)
        {
            return "0s";
        }

        var text = new StringBuilder();
        foreach (var (name, size) in Units)
        {
            if (left >= size)
            {
                text.Append(CultureInfo.InvariantCulture, $"{left / size}{name}");
                left %= size;
            }
        }

        return text.ToString();
    }

    /// <returns>Null for what is no duration.</returns>
    public static TimeSpan? Parse(string text)
    {
        var total = 0L;
        var at = 0;
        var unit = -1;
        while (at < text.Length)
        {
            var digits = Run(text, at, char.IsAsciiDigit);
            var letters = Run(text, at + digits, char.IsAsciiLetterLower);
            var name = text.AsSpan(at + digits, letters).ToString();
            var index = Array.FindIndex(Units, u => u.Name == name);
            if (index <= unit || !long.TryParse(text.AsSpan(at, digits), CultureInfo.InvariantCulture, out var count)
                || count > DaysMax * Units[0].Milliseconds / Units[index].Milliseconds)
            {
                return null;
            }

            total += count * Units[index].Milliseconds;
            unit = index;
            at += digits + letters;
        }

        return text.Length == 0 ? null : TimeSpan.FromMilliseconds(total);
    }

    private static int Run(string text, int from, Func<char, bool> belongs)
    {
        var length = 0;
        while (from + length < text.Length && belongs(text[from + length]))
        {
            length++;
        }

        return length;
    }
}
