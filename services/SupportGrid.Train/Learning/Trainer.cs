using System.Collections.Immutable;
using SupportGrid.Empathy.Models;
using SupportGrid.Train.Data;
using SupportGrid.Train.Recipes;

namespace SupportGrid.Train.Learning;

/// <summary>
/// Learns a model from a set. What is chosen (C, class weights, thresholds, calibration) is chosen by cross-validation
/// on the set alone, so a score on any other part is a score on text that was neither trained nor tuned on. The same
/// data give the same model, byte for byte.
/// </summary>
public static class Trainer
{
    /// <summary>Grows when the same recipe and data would give another model.</summary>
    public const int Version = 1;

    private const int Threads = 2;

    /// <param name="date">Goes into the model as it is: yyyy-mm-dd.</param>
    /// <param name="data">What it was trained on, with licence; one sentence.</param>
    /// <param name="akin">
    /// Examples of kindred sets with the same labels: learnt from, but nothing is chosen or scored on them.
    /// </param>
    public static TrainedModel Train(
        Recipe recipe,
        LabelledSet set,
        string date,
        string data,
        Action<string>? tell = null,
        ImmutableArray<Example> akin = default)
    {
        if (set.Examples.Length < recipe.Folds * 2)
        {
            throw new DataException(
                $"{set.Name} has {set.Examples.Length} examples; at least {recipe.Folds * 2} are needed.");
        }

        // The own examples come first: whatever is chosen or scored looks at as many rows as there are of them.
        var examples = akin.IsDefault ? set.Examples : set.Examples.AddRange(akin);
        var rarity = SparseRows.RarityOf(recipe.Features, examples);
        var rows = SparseRows.Of(recipe.Features, rarity, examples);
        var folds = Folds.Of(set.Examples, recipe.Folds);
        var learnt = HoldsOf(set, examples);
        var holds = HoldsOf(set, set.Examples);
        var unseen = CrossValidate(recipe, rows, folds, learnt);
        var blends = Blend.All(recipe.Options);
        var chosen = set.Decision == DecisionKind.EachLabel
            ? ChooseEach(unseen, blends, holds, set, tell)
            : ChooseOne(unseen, blends, holds, set, tell);

        var all = Enumerable.Range(0, rows.Count).ToArray();
        var weights = new float[set.Labels.Length][];
        Parallel.For(0, weights.Length, Limits, l => weights[l] = chosen[l].Blend.Mix(
            unseen, l, option => Fit(recipe, rows, all, learnt[l], option)));
        var model = Quantise(recipe, set, weights, rarity, chosen, date, data);
        var scores = chosen.Select((c, l) => c.Blend.Of(unseen, l)).ToArray();
        return new TrainedModel(model, recipe, set, [.. chosen.Select(static c => c.Blend.ToString())], scores);
    }

    private static ParallelOptions Limits { get; } = new() { MaxDegreeOfParallelism = Threads };

    private static bool[][] HoldsOf(LabelledSet set, ImmutableArray<Example> examples) =>
        [.. set.Labels.Select((_, l) => examples.Select(e => e.Labels.Contains(l)).ToArray())];

    /// <summary>
    /// Scores of every own example by weights that were learnt without its fold: by option, label and example.
    /// </summary>
    private static float[][][] CrossValidate(Recipe recipe, SparseRows rows, int[] folds, bool[][] holds)
    {
        var options = recipe.Options;
        var unseen = options.Select(_ => holds.Select(_ => new float[folds.Length]).ToArray()).ToArray();
        var learn = Enumerable.Range(0, recipe.Folds)
            .Select(f => Enumerable.Range(0, rows.Count).Where(i => i >= folds.Length || folds[i] != f).ToArray()).ToArray();
        var works = options.Length * holds.Length * recipe.Folds;
        Parallel.For(0, works, Limits, work =>
        {
            var (rest, fold) = Math.DivRem(work, recipe.Folds);
            var (option, label) = Math.DivRem(rest, holds.Length);
            var weights = Fit(recipe, rows, learn[fold], holds[label], options[option]);
            var into = unseen[option][label];
            for (var row = 0; row < folds.Length; row++)
            {
                if (folds[row] == fold)
                {
                    into[row] = (float)LogisticRegression.Score(rows, row, weights);
                }
            }
        });
        return unseen;
    }

    private static float[] Fit(Recipe recipe, SparseRows rows, int[] use, bool[] holds, FitOption option)
    {
        var positives = 0;
        foreach (var row in use)
        {
            positives += holds[row] ? 1 : 0;
        }

        var (positive, negative) = (option.Cost, option.Cost);
        if (option.IsBalanced && positives > 0 && positives < use.Length)
        {
            positive *= use.Length / (2.0 * positives);
            negative *= use.Length / (2.0 * (use.Length - positives));
        }

        var features = recipe.Features.Features;
        var ratios = option.HasRatios ? ClassRatios.Squares(rows, use, holds, features) : null;
        return LogisticRegression.Fit(rows, use, holds, positive, negative, ratios, features);
    }

    private static Choice[] ChooseEach(
        float[][][] unseen, Blend[] blends, bool[][] holds, LabelledSet set, Action<string>? tell)
    {
        var chosen = new Choice[holds.Length];
        Parallel.For(0, holds.Length, Limits, label =>
        {
            var best = -1.0;
            foreach (var blend in blends)
            {
                var scores = blend.Of(unseen, label);
                var (threshold, f1) = Thresholds.BestF1(scores, holds[label]);
                if (f1 > best)
                {
                    best = f1;
                    chosen[label] = new Choice(blend, threshold, Calibration.Fit(scores, holds[label]));
                }
            }
        });
        for (var label = 0; label < chosen.Length; label++)
        {
            tell?.Invoke($"  {set.Labels[label]}: {chosen[label].Blend}");
        }

        return chosen;
    }

    private static Choice[] ChooseOne(
        float[][][] unseen, Blend[] blends, bool[][] holds, LabelledSet set, Action<string>? tell)
    {
        var labels = set.Examples.Select(static e => e.Labels[0]).ToArray();
        var found = new (float[] Offsets, double MacroF1)[blends.Length];
        Parallel.For(0, blends.Length, Limits, b =>
        {
            var scores = Enumerable.Range(0, holds.Length).Select(l => blends[b].Of(unseen, l)).ToArray();
            found[b] = Thresholds.BestOffsets(scores, labels, holds.Length);
        });
        var best = 0;
        for (var b = 1; b < blends.Length; b++)
        {
            best = found[b].MacroF1 > found[best].MacroF1 ? b : best;
        }

        tell?.Invoke(FormattableString.Invariant($"  {set.Name}: {blends[best]} macro-F1 {found[best].MacroF1:F3}"));
        return
        [
            .. found[best].Offsets.Select((o, l) => new Choice(
                blends[best], o, Calibration.Fit(blends[best].Of(unseen, l), holds[l]))),
        ];
    }

    /// <summary>Weights as signed bytes, one scale a label: the largest weight becomes 127.</summary>
    private static LinearModel Quantise(
        Recipe recipe, LabelledSet set, float[][] weights, byte[] rarity, Choice[] chosen, string date, string data)
    {
        var features = recipe.Features.Features;
        var packed = new sbyte[features * weights.Length];
        var labels = ImmutableArray.CreateBuilder<ModelLabel>();
        for (var label = 0; label < weights.Length; label++)
        {
            var largest = 0f;
            foreach (var weight in weights[label].AsSpan(0, features))
            {
                largest = Math.Max(largest, Math.Abs(weight));
            }

            var scale = largest == 0 ? 1f : largest / 127f;
            for (var feature = 0; feature < features; feature++)
            {
                packed[(feature * weights.Length) + label] = (sbyte)MathF.Round(weights[label][feature] / scale);
            }

            var (slope, offset) = chosen[label].Calibration;
            labels.Add(new ModelLabel(
                set.Labels[label], scale, weights[label][features], chosen[label].Threshold, (float)slope, (float)offset));
        }

        var header = new ModelHeader(
            recipe.Name, date, data, recipe.Language, set.Decision, recipe.Features, labels.ToImmutable());
        return new LinearModel(header, rarity, packed);
    }

    private readonly record struct Choice(Blend Blend, float Threshold, (double Slope, double Offset) Calibration);
}
