using System.Globalization;

namespace SupportGrid.Gateway.Admin;

/// <summary>Spans of a day as text: "08:00-12:30", to the second if need be; the end of the day is 24:00.</summary>
internal static class OpenTimes
{
    private const string EndOfDay = "24:00";
    private const string ToMinutes = "HH:mm";
    private const string ToSeconds = "HH:mm:ss";

    public static string Format(TimeOnly from, TimeOnly to) =>
        $"{Format(from)}-{(to == TimeOnly.MaxValue ? EndOfDay : Format(to))}";

    /// <returns>Null for what is no span.</returns>
    public static (TimeOnly From, TimeOnly To)? Parse(string text)
    {
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        if (dash < 0 || Time(text[..dash]) is not { } from)
        {
            return null;
        }

        var end = text[(dash + 1)..];
        var to = end == EndOfDay ? TimeOnly.MaxValue : Time(end);
        return to is { } until ? (from, until) : null;
    }

    private static TimeOnly? Time(string text) => TimeOnly.TryParseExact(
        text, [ToMinutes, ToSeconds], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    private static string Format(TimeOnly time) =>
        time.ToString(time.Second == 0 ? ToMinutes : ToSeconds, CultureInfo.InvariantCulture);
}
