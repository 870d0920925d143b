using System.Diagnostics;
using SupportGrid.Empathy.Features;
using SupportGrid.Empathy.Models;
using SupportGrid.Train.Data;
using SupportGrid.Train.Learning;

namespace SupportGrid.Train.Evaluation;

/// <summary>A set with what a model says about each of its examples.</summary>
public sealed class Scored
{
    private Scored(LabelledSet set, bool[][] holds, bool[][] said, float[][] scores, float[][] probabilities)
    {
        Set = set;
        Holds = holds;
        Said = said;
        Scores = scores;
        Probabilities = probabilities;
    }

    public LabelledSet Set { get; }

    /// <summary>By label and example: what people said.</summary>
    public bool[][] Holds { get; }

    /// <summary>By label and example: what the model says.</summary>
    public bool[][] Said { get; }

    public float[][] Scores { get; }

    public float[][] Probabilities { get; }

    /// <summary>Microseconds by example, sorted, from text to scores; empty where nothing was timed.</summary>
    public double[] Micros { get; private init; } = [];

    private const int TimedPassesMin = 5;
    private const int TimedPassesMax = 100;

    /// <summary>
    /// Long enough for the runtime to have compiled the code as it runs in a server that has been up a while.
    /// </summary>
    private static readonly TimeSpan TimedAtLeast = TimeSpan.FromSeconds(1.5);

    /// <summary>
    /// Scores every example. Where times are wanted they are those from text to scores on one thread; that of an
    /// example is the fastest of several passes, so that neither compiling nor what else the machine does is counted.
    /// </summary>
    public static Scored By(LinearModel model, LabelledSet set, bool isTimed = false)
    {
        var scores = Empty<float>(set);
        var micros = new double[set.Examples.Length];
        Array.Fill(micros, double.MaxValue);
        var begin = Stopwatch.GetTimestamp();
        Pass(model, set, scores, micros);
        for (var pass = 1; isTimed && pass < TimedPassesMax; pass++)
        {
            if (pass >= TimedPassesMin && Stopwatch.GetElapsedTime(begin) >= TimedAtLeast)
            {
                break;
            }

            Pass(model, set, scores, micros);
        }

        Array.Sort(micros);
        return Of(model, set, scores, isTimed ? micros : null);
    }

    private static void Pass(LinearModel model, LabelledSet set, float[][] scores, double[] micros)
    {
        var extractor = new FeatureExtractor();
        var vector = new FeatureVector();
        var one = new float[model.Labels];
        for (var i = 0; i < micros.Length; i++)
        {
            var begin = Stopwatch.GetTimestamp();
            model.Extract(extractor, SparseRows.TextOf(set.Examples[i]), vector);
            model.Score(vector, one);
            micros[i] = Math.Min(micros[i], Stopwatch.GetElapsedTime(begin).TotalMicroseconds);
            for (var label = 0; label < one.Length; label++)
            {
                scores[label][i] = one[label];
            }
        }
    }

    /// <summary>With scores that are there already, such as those of cross-validation.</summary>
    public static Scored Of(LinearModel model, LabelledSet set, float[][] scores, double[]? micros = null)
    {
        var holds = Empty<bool>(set);
        var said = Empty<bool>(set);
        var probabilities = Empty<float>(set);
        var one = new float[model.Labels];
        for (var i = 0; i < set.Examples.Length; i++)
        {
            for (var label = 0; label < one.Length; label++)
            {
                one[label] = scores[label][i];
            }

            for (var label = 0; label < one.Length; label++)
            {
                holds[label][i] = set.Examples[i].Labels.Contains(label);
                said[label][i] = model.Holds(one, label);
            }

            model.Calibrate(one);
            for (var label = 0; label < one.Length; label++)
            {
                probabilities[label][i] = one[label];
            }
        }

        return new Scored(set, holds, said, scores, probabilities) { Micros = micros ?? [] };
    }

    /// <summary>Macro-F1 of some examples, which may occur more than once.</summary>
    public double MacroF1(ReadOnlySpan<int> examples)
    {
        var sum = 0.0;
        for (var label = 0; label < Holds.Length; label++)
        {
            var (hits, said, are) = Count(label, examples);
            sum += Metrics.F1(hits, said, are);
        }

        return sum / Holds.Length;
    }

    /// <summary>F1 over all decisions of all labels; with one label an item, the share of right ones.</summary>
    public double MicroF1(ReadOnlySpan<int> examples)
    {
        var (hits, said, are) = (0, 0, 0);
        for (var label = 0; label < Holds.Length; label++)
        {
            var (h, s, a) = Count(label, examples);
            (hits, said, are) = (hits + h, said + s, are + a);
        }

        return Metrics.F1(hits, said, are);
    }

    public double AveragePrecision(int label, ReadOnlySpan<int> examples)
    {
        var scores = new float[examples.Length];
        var holds = new bool[examples.Length];
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = Probabilities[label][examples[i]];
            holds[i] = Holds[label][examples[i]];
        }

        return Metrics.AveragePrecision(scores, holds);
    }

    public LabelRow Row(int label)
    {
        var (hits, said, are) = Count(label, [.. Enumerable.Range(0, Set.Examples.Length)]);
        return new LabelRow(
            Set.Labels[label],
            are,
            said == 0 ? 0 : (double)hits / said,
            are == 0 ? 0 : (double)hits / are,
            Metrics.F1(hits, said, are),
            Metrics.AveragePrecision(Probabilities[label], Holds[label]),
            Metrics.CalibrationError(Probabilities[label], Holds[label]));
    }

    private (int Hits, int Said, int Are) Count(int label, ReadOnlySpan<int> examples)
    {
        var (hits, said, are) = (0, 0, 0);
        var labelSaid = Said[label];
        var labelHolds = Holds[label];
        foreach (var i in examples)
        {
            hits += labelSaid[i] && labelHolds[i] ? 1 : 0;
            said += labelSaid[i] ? 1 : 0;
            are += labelHolds[i] ? 1 : 0;
        }

        return (hits, said, are);
    }

    private static T[][] Empty<T>(LabelledSet set) => [.. set.Labels.Select(_ => new T[set.Examples.Length])];
}
