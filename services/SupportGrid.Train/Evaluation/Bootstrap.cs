using System.Collections.Immutable;
using SupportGrid.Train.Data;
using SupportGrid.Train.Learning;

namespace SupportGrid.Train.Evaluation;

/// <summary>
/// Intervals of 95 %: the set is drawn again with replacement, whole groups at a time, since turns of one dialogue are
/// not independent. The draws are the same for the same seed.
/// </summary>
public sealed class Bootstrap
{
    private readonly int[][] _draws;

    public Bootstrap(ImmutableArray<Example> examples, int draws, int seed)
    {
        var groups = examples.Select(static (e, i) => (e.Group, i)).GroupBy(static e => e.Group, static e => e.i)
            .Select(static g => g.ToArray()).ToArray();
        var drawn = new Draws((ulong)seed);
        _draws = new int[draws][];
        for (var d = 0; d < draws; d++)
        {
            var rows = new List<int>(examples.Length);
            for (var i = 0; i < groups.Length; i++)
            {
                rows.AddRange(groups[drawn.Below(groups.Length)]);
            }

            _draws[d] = [.. rows];
        }
    }

    /// <summary>The 2.5th and 97.5th percentile of a measure over the draws.</summary>
    public (double Low, double High) Interval(Func<int[], double> measure)
    {
        var values = _draws.Select(measure).Order().ToArray();
        return (values[(int)(values.Length * .025)], values[(int)(values.Length * .975)]);
    }

    public Measure Of(string name, Func<int[], double> measure, int items, Target? target)
    {
        var value = measure([.. Enumerable.Range(0, items)]);
        if (_draws.Length == 0)
        {
            return new Measure(name, value, null, null, target);
        }

        var (low, high) = Interval(measure);
        return new Measure(name, value, low, high, target);
    }
}
