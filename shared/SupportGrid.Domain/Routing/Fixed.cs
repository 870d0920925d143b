using SupportGrid.Kernel;

namespace SupportGrid.Domain.Routing;

/// <summary>
/// Points, weights and levels as whole millionths. Orders must not depend on rounding: an order that holds at one
/// instant holds at the next, and a replay on another machine gives the same bytes.
/// </summary>
internal static class Fixed
{
    public const long One = 1_000_000;

    private const double Limit = 1e9;

    /// <summary>Millionths of a value; values beyond ±10^9 count as that.</summary>
    public static long Micro(double value)
    {
        Invariant.Holds(!double.IsNaN(value), "a number that routing decides by is a number");
        return (long)Math.Round(Math.Clamp(value, -Limit, Limit) * One, MidpointRounding.AwayFromZero);
    }

    /// <summary>Division that rounds half away from zero; the divisor is positive.</summary>
    public static Int128 Divide(Int128 value, Int128 by)
    {
        var half = by / 2;
        return (value >= 0 ? value + half : value - half) / by;
    }

    /// <summary>Millionths as a decimal without trailing zeros.</summary>
    public static decimal ToDecimal(Int128 micro) => Plain((decimal)micro / One);

    /// <summary>The same number without trailing zeros, so that it is written in one way only.</summary>
    public static decimal Plain(decimal value) => value / 1.0000000000000000000000000000m;
}
