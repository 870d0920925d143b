using SupportGrid.Kernel;

namespace SupportGrid.Domain.Queues;

/// <summary>The two distribution functions that waiting times need, to about 13 digits.</summary>
internal static class Probability
{
    private const double Tiny = 1e-300;
    private const double Precision = 1e-15;
    private const int StepsMax = 100_000;

    /// <summary>I_x(a, b), the regularised incomplete beta function; a, b > 0, x in 0..1.</summary>
    public static double Beta(double x, double a, double b)
    {
        if (x <= 0 || x >= 1)
        {
            return x <= 0 ? 0 : 1;
        }

        var front = Math.Exp(LogGamma(a + b) - LogGamma(a) - LogGamma(b) + (a * Math.Log(x)) + (b * Log1P(-x)));

        // The continued fraction converges fast on this side of the mean, and the other side follows from symmetry.
        return x < (a + 1) / (a + b + 2) ? front * BetaFraction(x, a, b) / a : 1 - (front * BetaFraction(1 - x, b, a) / b);
    }

    /// <summary>P(a, x), the regularised lower incomplete gamma function; a > 0, x >= 0.</summary>
    public static double Gamma(double a, double x)
    {
        if (x <= 0)
        {
            return 0;
        }

        var front = Math.Exp((a * Math.Log(x)) - x - LogGamma(a));
        return x < a + 1 ? front * GammaSeries(a, x) : 1 - (front * GammaFraction(a, x));
    }

    /// <summary>ln Γ(x) for x > 0: Stirling's series after lifting x above 10.</summary>
    public static double LogGamma(double x)
    {
        var lift = 0.0;
        for (; x < 10; x++)
        {
            lift += Math.Log(x);
        }

        var inverse = 1 / (x * x);
        var series = (1.0 / 12 - (inverse * (1.0 / 360 - (inverse * (1.0 / 1_260 - (inverse * (1.0 / 1_680
            - (inverse * (1.0 / 1_188 - (inverse * (691.0 / 360_360 - (inverse / 156)))))))))))) / x;
        return ((x - 0.5) * Math.Log(x)) - x + (0.5 * Math.Log(2 * Math.PI)) + series - lift;
    }

    private static double Log1P(double x) => Math.Abs(x) > 1e-4 ? Math.Log(1 + x) : x - (x * x / 2) + (x * x * x / 3);

    // Lentz's method.
    private static double BetaFraction(double x, double a, double b)
    {
        var c = 1.0;
        var d = 1 / Away(1 - ((a + b) * x / (a + 1)));
        var value = d;
        for (var m = 1; m <= StepsMax; m++)
        {
            var even = m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)));
            d = 1 / Away(1 + (even * d));
            c = Away(1 + (even / c));
            value *= d * c;
            var odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            d = 1 / Away(1 + (odd * d));
            c = Away(1 + (odd / c));
            value *= d * c;
            if (Math.Abs((d * c) - 1) < Precision)
            {
                return value;
            }
        }

        throw new InvariantBrokenException("the fraction of the beta function converges");
    }

    private static double GammaSeries(double a, double x)
    {
        var term = 1 / a;
        var sum = term;
        for (var n = 1; n <= StepsMax && term > sum * Precision; n++)
        {
            term *= x / (a + n);
            sum += term;
        }

        return sum;
    }

    private static double GammaFraction(double a, double x)
    {
        var b = x + 1 - a;
        var c = 1 / Tiny;
        var d = 1 / Away(b);
        var value = d;
        for (var n = 1; n <= StepsMax; n++)
        {
            var step = -n * (n - a);
            b += 2;
            d = 1 / Away((step * d) + b);
            c = Away(b + (step / c));
            value *= d * c;
            if (Math.Abs((d * c) - 1) < Precision)
            {
                return value;
            }
        }

        throw new InvariantBrokenException("the fraction of the gamma function converges");
    }

    private static double Away(double value) => Math.Abs(value) < Tiny ? Tiny : value;
}
