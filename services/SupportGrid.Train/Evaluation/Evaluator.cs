using System.Collections.Immutable;
using SupportGrid.Train.Data;

namespace SupportGrid.Train.Evaluation;

/// <summary>Measures files of one format, section by section.</summary>
public sealed class Evaluator(EvaluationFormat format, ModelSource models, int draws, int seed)
{
    public List<Section> Run(string file)
    {
        var set = format.Read(file);
        if (set.Examples.IsEmpty)
        {
            throw new DataException($"{file} has no labelled item.");
        }

        var sections = new List<Section>();
        foreach (var view in format.Views(set))
        {
            if (models.Has(view))
            {
                sections.Add(Measure(file, view, models.For(view, set)));
            }

            if (EstimateSection.Of(view, new Bootstrap(view.Examples, draws, seed)) is { } estimate)
            {
                sections.Add(estimate);
            }

            if (RuleSection.Of(view) is { } rules)
            {
                sections.Add(rules);
            }
        }

        return sections;
    }

    private Section Measure(string file, LabelledSet view, MeasuredModel measured)
    {
        var (fresh, left) = WithoutTrained(view, measured.Train);
        if (fresh.Examples.IsEmpty)
        {
            throw new DataException($"{file}: the model was trained on every item; there is nothing to measure.");
        }

        var scored = Scored.By(measured.Model, fresh, isTimed: true);
        var more = new List<Measure>();
        if (measured.CrossValidated is { } known)
        {
            more.Add(new Measure("macro-F1, cross-validated on train", known));
        }

        var tuned = Scored.By(Tuning.On(measured.Model, fresh), fresh);
        more.Add(new Measure(
            "macro-F1, thresholds tuned here (optimistic)", tuned.MacroF1([.. Enumerable.Range(0, fresh.Examples.Length)])));
        if (view.Name.EndsWith("-yes-no", StringComparison.Ordinal))
        {
            more.AddRange(EvidenceHits.Of(measured.Model, fresh, measured.Train));
        }

        var note = $"{Path.GetFileName(file)}, by {measured.Origin}. "
            + (measured.IsRetuned ? "Calibration comes" : "Thresholds and calibration come")
            + " from cross-validation on train"
            + (left == 0 ? "." : $"; {left} items that the model was trained on are left out.");
        return ModelSection.Of(view.Name, note, scored, new Bootstrap(fresh.Examples, draws, seed), more);
    }

    private static (LabelledSet Fresh, int Left) WithoutTrained(LabelledSet view, LabelledSet? train)
    {
        if (train is null)
        {
            return (view, 0);
        }

        var seen = train.Examples.Select(static e => (e.Group, e.Text)).ToHashSet();
        var fresh = view with { Examples = [.. view.Examples.Where(e => !seen.Contains((e.Group, e.Text)))] };
        return (fresh, view.Examples.Length - fresh.Examples.Length);
    }
}
