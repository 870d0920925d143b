namespace SupportGrid.Train.Learning;

/// <summary>Chooses where a label begins to hold.</summary>
internal static class Thresholds
{
    /// <summary>
    /// The score with the best F1. Only a grid of shares of the data is looked at: the very best cut of a few hundred
    /// positives is chance.
    /// </summary>
    public static (float Threshold, double F1) BestF1(ReadOnlySpan<float> scores, ReadOnlySpan<bool> holds)
    {
        var order = new int[scores.Length];
        var sorted = new float[scores.Length];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
            sorted[i] = -scores[i];
        }

        Array.Sort(sorted, order);
        var positives = holds.Count(true);
        var grid = Math.Max(1, positives / 25);
        var (best, at, hits) = (0.0, 0, 0);
        for (var taken = 1; taken < order.Length; taken++)
        {
            hits += holds[order[taken - 1]] ? 1 : 0;
            var f1 = 2.0 * hits / (taken + positives);
            if (taken % grid == 0 && sorted[taken] > sorted[taken - 1] && f1 > best)
            {
                (best, at) = (f1, taken);
            }
        }

        return at == 0 ? (float.MaxValue, 0) : ((-sorted[at - 1] - sorted[at]) / 2, best);
    }

    /// <summary>
    /// What to take off each label's score before the largest wins, for the best mean F1. Moves one label at a time
    /// over a coarse grid.
    /// </summary>
    public static (float[] Offsets, double MacroF1) BestOffsets(float[][] scores, int[] labels, int count)
    {
        var offsets = new float[count];
        var best = MacroF1(scores, labels, offsets);
        for (var round = 0; round < 4; round++)
        {
            var before = best;
            for (var label = 0; label < count; label++)
            {
                var kept = offsets[label];
                for (var step = -10; step <= 10; step++)
                {
                    offsets[label] = step * 0.1f;
                    var f1 = MacroF1(scores, labels, offsets);
                    if (f1 > best + 1e-4)
                    {
                        (best, kept) = (f1, offsets[label]);
                    }
                }

                offsets[label] = kept;
            }

            if (best <= before)
            {
                break;
            }
        }

        return (offsets, best);
    }

    private static double MacroF1(float[][] scores, int[] labels, float[] offsets)
    {
        Span<int> hits = stackalloc int[offsets.Length];
        Span<int> total = stackalloc int[offsets.Length];
        hits.Clear();
        total.Clear();
        for (var i = 0; i < labels.Length; i++)
        {
            var best = 0;
            for (var label = 1; label < offsets.Length; label++)
            {
                best = scores[label][i] - offsets[label] > scores[best][i] - offsets[best] ? label : best;
            }

            hits[best] += best == labels[i] ? 1 : 0;
            total[best]++;
            total[labels[i]]++;
        }

        var sum = 0.0;
        for (var label = 0; label < offsets.Length; label++)
        {
            sum += total[label] == 0 ? 0 : 2.0 * hits[label] / total[label];
        }

        return sum / offsets.Length;
    }
}
