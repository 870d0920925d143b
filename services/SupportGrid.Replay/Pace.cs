using System.Globalization;

namespace SupportGrid.Replay;

/// <summary>How fast recorded time passes.</summary>
/// <param name="Factor">1: as recorded; 10: ten times as fast; infinite: nobody waits.</param>
public readonly record struct Pace(double Factor)
{
    public static Pace AsFastAsPossible { get; } = new(double.PositiveInfinity);

    /// <summary>How long a recorded span lasts.</summary>
    public TimeSpan Of(TimeSpan recorded) => double.IsPositiveInfinity(Factor) ? TimeSpan.Zero : recorded / Factor;

    /// <summary>Reads "max", "recorded", "10" or "10x"; null when it is none of them.</summary>
    public static Pace? Parse(string text)
    {
        var number = text.TrimEnd('x', '×');
        return text switch
        {
            "max" => AsFastAsPossible,
            "recorded" => new Pace(1),
            _ when double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var factor)
                && factor is > 0 and <= 1_000_000 => new Pace(factor),
            _ => null,
        };
    }
}
