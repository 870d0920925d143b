using System.Globalization;

namespace Grpc.Wire;

/// <summary>The grpc-timeout header: at most eight digits and a unit.</summary>
internal static class GrpcTimeout
{
    private const long MaxValue = 99_999_999;
    private const long TicksPerMicrosecond = TimeSpan.TicksPerMillisecond / 1000;
    private const long NanosecondsPerTick = 100;

    /// <summary>The longest timeout a timer can wait for; longer ones are as good as none.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(uint.MaxValue - 1);

    /// <summary>The header of a timeout, rounded up so that the server never gives up before the client.</summary>
    public static string Encode(TimeSpan timeout)
    {
        if (timeout.Ticks <= 0)
        {
            // Zero is not a valid timeout on the wire.
            return "1n";
        }

        ReadOnlySpan<(long Ticks, char Unit)> units =
        [
            (TicksPerMicrosecond, 'u'),
            (TimeSpan.TicksPerMillisecond, 'm'),
            (TimeSpan.TicksPerSecond, 'S'),
            (TimeSpan.TicksPerMinute, 'M'),
        ];
        foreach (var (ticks, unit) in units)
        {
            var value = RoundUp(timeout.Ticks, ticks);
            if (value <= MaxValue)
            {
                return string.Create(CultureInfo.InvariantCulture, $"{value}{unit}");
            }
        }

        return string.Create(CultureInfo.InvariantCulture, $"{RoundUp(timeout.Ticks, TimeSpan.TicksPerHour)}H");
    }

    /// <summary>Reads a header; false if it is malformed.</summary>
    public static bool TryDecode(string? header, out TimeSpan timeout)
    {
        timeout = default;
        if (header is null || header.Length is < 2 or > 9
            || !long.TryParse(header.AsSpan(0, header.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var value))
        {
            return false;
        }

        var ticks = header[^1] switch
        {
            'H' => value * TimeSpan.TicksPerHour,
            'M' => value * TimeSpan.TicksPerMinute,
            'S' => value * TimeSpan.TicksPerSecond,
            'm' => value * TimeSpan.TicksPerMillisecond,
            'u' => value * TicksPerMicrosecond,
            'n' => RoundUp(value, NanosecondsPerTick),
            _ => -1,
        };
        timeout = TimeSpan.FromTicks(Math.Max(ticks, 0));
        return ticks >= 0;
    }

    private static long RoundUp(long amount, long unit) => (amount + unit - 1) / unit;
}
