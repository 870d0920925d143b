using System.Collections.Immutable;
using SupportGrid.Train.Recipes;

namespace SupportGrid.Train.Learning;

/// <summary>
/// One way of learning, or the mean of two: a plain one and one with ratios err differently. Scores are brought to the
/// same spread first. The mean of two sets of weights is again one set of weights, so a blend costs nothing when
/// scoring.
/// </summary>
internal sealed record Blend(ImmutableArray<FitOption> Options, ImmutableArray<int> Members)
{
    public static Blend[] All(ImmutableArray<FitOption> options)
    {
        var singles = options.Select((_, i) => new Blend(options, [i]));
        var pairs =
            from a in Enumerable.Range(0, options.Length)
            from b in Enumerable.Range(0, options.Length)
            where !options[a].HasRatios && options[b].HasRatios && options[a].IsBalanced == options[b].IsBalanced
            select new Blend(options, [a, b]);
        return [.. singles, .. pairs];
    }

    /// <summary>The scores of cross-validation.</summary>
    public float[] Of(float[][][] unseen, int label)
    {
        if (Members.Length == 1)
        {
            return unseen[Members[0]][label];
        }

        var shares = Shares(unseen, label);
        var mixed = new float[unseen[0][label].Length];
        for (var m = 0; m < Members.Length; m++)
        {
            var scores = unseen[Members[m]][label];
            for (var i = 0; i < mixed.Length; i++)
            {
                mixed[i] += shares[m] * scores[i];
            }
        }

        return mixed;
    }

    /// <summary>The weights, learnt by each member and put together as the scores were.</summary>
    public float[] Mix(float[][][] unseen, int label, Func<FitOption, float[]> fit)
    {
        if (Members.Length == 1)
        {
            return fit(Options[Members[0]]);
        }

        var shares = Shares(unseen, label);
        float[]? mixed = null;
        for (var m = 0; m < Members.Length; m++)
        {
            var weights = fit(Options[Members[m]]);
            mixed ??= new float[weights.Length];
            for (var i = 0; i < mixed.Length; i++)
            {
                mixed[i] += shares[m] * weights[i];
            }
        }

        return mixed!;
    }

    public override string ToString() => string.Join(" + ", Members.Select(m => Options[m].ToString()));

    /// <summary>Half of each, after the spread of every member has been made that of the first.</summary>
    private float[] Shares(float[][][] unseen, int label)
    {
        var spreads = Members.Select(m => Spread(unseen[m][label])).ToArray();
        return [.. spreads.Select(s => (float)(s > 0 ? spreads[0] / s / Members.Length : 0))];
    }

    private static double Spread(float[] scores)
    {
        double sum = 0, squares = 0;
        foreach (var score in scores)
        {
            sum += score;
            squares += (double)score * score;
        }

        var mean = sum / scores.Length;
        return Math.Sqrt(Math.Max(0, (squares / scores.Length) - (mean * mean)));
    }
}
