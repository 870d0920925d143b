namespace SupportGrid.Train.Learning;

/// <summary>
/// One label against the rest: logistic loss with a quadratic penalty, the intercept penalised as a feature of value 1.
/// Solved in the dual, one example at a time. The dual variable of an example is kept as the logarithm of its odds t,
/// with α = C·σ(t); then the optimum is where t = −y·score for every example, and one step is a root of a function that
/// only grows, found by Newton's method.
/// </summary>
internal static class LogisticRegression
{
    private const int EpochsMax = 60;

    /// <summary>Mean distance of t from its optimum at which learning ends.</summary>
    private const double Tolerance = 5e-3;

    /// <summary>Learns the weights.</summary>
    /// <param name="use">Rows to learn from.</param>
    /// <param name="isPositive">By row.</param>
    /// <param name="ratios">Squares of what features are multiplied by before learning, or null for none.</param>
    /// <param name="features">Number of features; the result has one more, the intercept, at the end.</param>
    public static float[] Fit(
        SparseRows rows,
        ReadOnlySpan<int> use,
        bool[] isPositive,
        double costPositive,
        double costNegative,
        float[]? ratios,
        int features)
    {
        var weights = new float[features + 1];
        var order = use.ToArray();
        var odds = new double[rows.Count];
        var lengths = new double[rows.Count];
        foreach (var row in order)
        {
            lengths[row] = 1 + SquaredLength(rows, row, ratios);
            odds[row] = -8;
            Move(rows, row, weights, ratios, (isPositive[row] ? costPositive : -costNegative) * Exact.Logistic(-8));
        }

        var draws = new Draws(1);
        for (var epoch = 0; epoch < EpochsMax; epoch++)
        {
            draws.Shuffle(order);
            var distance = 0.0;
            foreach (var row in order)
            {
                var y = isPositive[row] ? 1.0 : -1.0;
                var cost = isPositive[row] ? costPositive : costNegative;
                var margin = y * Score(rows, row, weights);
                distance += Math.Abs(odds[row] + margin);
                var before = cost * Exact.Logistic(odds[row]);
                odds[row] = Root(odds[row], margin, lengths[row], cost, before);
                var step = (cost * Exact.Logistic(odds[row])) - before;
                if (Math.Abs(step) > 1e-9)
                {
                    Move(rows, row, weights, ratios, y * step);
                }
            }

            if (distance / order.Length < Tolerance)
            {
                break;
            }
        }

        return weights;
    }

    public static double Score(SparseRows rows, int row, float[] weights)
    {
        var features = rows.Features(row);
        var values = rows.Values(row);
        float a = 0, b = 0, c = 0, d = 0;
        var i = 0;
        for (; i + 4 <= features.Length; i += 4)
        {
            a += weights[features[i]] * values[i];
            b += weights[features[i + 1]] * values[i + 1];
            c += weights[features[i + 2]] * values[i + 2];
            d += weights[features[i + 3]] * values[i + 3];
        }

        for (; i < features.Length; i++)
        {
            a += weights[features[i]] * values[i];
        }

        return a + b + (c + d) + weights[^1];
    }

    /// <summary>
    /// Where t + margin + length·(C·σ(t) − before) is 0. The slope lies between 1 and 1 + length·C/4.
    /// </summary>
    private static double Root(double t, double margin, double length, double cost, double before)
    {
        // The root lies within this bracket, since C·σ is between 0 and C.
        var low = -margin - (length * (cost - before));
        var high = -margin + (length * before);
        t = Math.Clamp(t, low, high);
        for (var i = 0; i < 12; i++)
        {
            var p = Exact.Logistic(t);
            var value = t + margin + (length * ((cost * p) - before));
            if (Math.Abs(value) < 1e-4)
            {
                break;
            }

            (low, high) = value > 0 ? (low, t) : (t, high);
            var next = t - (value / (1 + (length * cost * p * (1 - p))));
            t = next > low && next < high ? next : (low + high) / 2;
        }

        return t;
    }

    private static double SquaredLength(SparseRows rows, int row, float[]? ratios)
    {
        var features = rows.Features(row);
        var values = rows.Values(row);
        var sum = 0.0;
        for (var i = 0; i < features.Length; i++)
        {
            sum += (double)values[i] * values[i] * (ratios is null ? 1 : ratios[features[i]]);
        }

        return sum;
    }

    private static void Move(SparseRows rows, int row, float[] weights, float[]? ratios, double step)
    {
        var features = rows.Features(row);
        var values = rows.Values(row);
        var by = (float)step;
        if (ratios is null)
        {
            for (var i = 0; i < features.Length; i++)
            {
                weights[features[i]] += by * values[i];
            }
        }
        else
        {
            for (var i = 0; i < features.Length; i++)
            {
                weights[features[i]] += by * ratios[features[i]] * values[i];
            }
        }

        weights[^1] += by;
    }
}
