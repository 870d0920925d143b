namespace SupportGrid.Train.Learning;

/// <summary>
/// Exponential and logarithm from the four basic operations, which IEEE 754 rounds alike everywhere. The library
/// functions may differ in the last bit between machines, and a model file must not.
/// </summary>
internal static class Exact
{
    private const double Ln2High = 0.693147180369123816490;
    private const double Ln2Low = 1.90821492927058770002e-10;

    /// <summary>e^x within 1e-13 of the true ratio; 0 below −700, the value at 700 above it.</summary>
    public static double Exp(double x)
    {
        if (x < -700)
        {
            return 0;
        }

        x = Math.Min(x, 700);
        var n = Math.Floor((x / (Ln2High + Ln2Low)) + 0.5);
        var r = (x - (n * Ln2High)) - (n * Ln2Low);
        var sum = 1.0;
        for (var k = 13; k >= 1; k--)
        {
            sum = 1 + (sum * r / k);
        }

        return sum * BitConverter.Int64BitsToDouble(((long)n + 1023) << 52);
    }

    /// <summary>The natural logarithm of a positive, normal number.</summary>
    public static double Log(double x)
    {
        var bits = BitConverter.DoubleToInt64Bits(x);
        var exponent = (int)(bits >> 52) - 1023;
        var m = BitConverter.Int64BitsToDouble((bits & 0x000fffffffffffff) | 0x3ff0000000000000);
        if (m > 1.4142135623730951)
        {
            m /= 2;
            exponent++;
        }

        var s = (m - 1) / (m + 1);
        var square = s * s;
        var sum = 0.0;
        for (var k = 23; k >= 1; k -= 2)
        {
            sum = (sum * square) + (1.0 / k);
        }

        return (2 * s * sum) + (exponent * Ln2Low) + (exponent * Ln2High);
    }

    public static double Logistic(double x) => 1 / (1 + Exp(-x));
}
