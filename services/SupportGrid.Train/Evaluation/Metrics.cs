namespace SupportGrid.Train.Evaluation;

/// <summary>The measures, each on plain arrays.</summary>
public static class Metrics
{
    public const int CalibrationBins = 10;

    /// <summary>2·hits / (said + are); 0 where nothing was said and nothing is.</summary>
    public static double F1(int hits, int said, int are) => said + are == 0 ? 0 : 2.0 * hits / (said + are);

    /// <summary>
    /// Average precision: the mean, over items that have the label, of the precision at their rank. Equal scores count
    /// as one rank, so that the order of a file makes no difference.
    /// </summary>
    public static double AveragePrecision(ReadOnlySpan<float> scores, ReadOnlySpan<bool> holds)
    {
        var order = Ranked(scores);
        var positives = holds.Count(true);
        if (positives == 0)
        {
            return 0;
        }

        var sum = 0.0;
        var hits = 0;
        for (var i = 0; i < order.Length;)
        {
            var end = i;
            var met = 0;
            while (end < order.Length && scores[order[end]] == scores[order[i]])
            {
                met += holds[order[end]] ? 1 : 0;
                end++;
            }

            hits += met;
            sum += met * ((double)hits / end);
            i = end;
        }

        return sum / positives;
    }

    /// <summary>The largest recall at which the precision is at least what is asked; 0 where it never is.</summary>
    public static double RecallAt(double precision, ReadOnlySpan<float> scores, ReadOnlySpan<bool> holds)
    {
        var order = Ranked(scores);
        var positives = holds.Count(true);
        var (hits, best) = (0, 0);
        for (var i = 0; i < order.Length; i++)
        {
            hits += holds[order[i]] ? 1 : 0;
            var isLastOfEquals = i + 1 == order.Length || scores[order[i + 1]] != scores[order[i]];
            best = isLastOfEquals && hits >= precision * (i + 1) ? Math.Max(best, hits) : best;
        }

        return positives == 0 ? 0 : (double)best / positives;
    }

    /// <summary>
    /// Expected calibration error: the mean distance of share and probability in ten bins of equal width.
    /// </summary>
    public static double CalibrationError(ReadOnlySpan<float> probabilities, ReadOnlySpan<bool> holds)
    {
        Span<double> said = stackalloc double[CalibrationBins];
        Span<int> are = stackalloc int[CalibrationBins];
        said.Clear();
        are.Clear();
        for (var i = 0; i < probabilities.Length; i++)
        {
            var bin = Math.Clamp((int)(probabilities[i] * CalibrationBins), 0, CalibrationBins - 1);
            said[bin] += probabilities[i];
            are[bin] += holds[i] ? 1 : 0;
        }

        var sum = 0.0;
        for (var bin = 0; bin < CalibrationBins; bin++)
        {
            sum += Math.Abs(said[bin] - are[bin]);
        }

        return probabilities.Length == 0 ? 0 : sum / probabilities.Length;
    }

    private static int[] Ranked(ReadOnlySpan<float> scores)
    {
        var order = new int[scores.Length];
        var keys = new float[scores.Length];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
            keys[i] = -scores[i];
        }

        Array.Sort(keys, order);
        return order;
    }
}
