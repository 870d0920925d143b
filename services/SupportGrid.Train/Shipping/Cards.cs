using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using SupportGrid.Empathy.Models;
using SupportGrid.Train.Data;
using SupportGrid.Train.Evaluation;
using SupportGrid.Train.Groups;
using SupportGrid.Train.Learning;

namespace SupportGrid.Train.Shipping;

/// <summary>Writes the cards of models.</summary>
internal static class Cards
{
    /// <param name="dev">A part that was neither trained nor tuned on, or null.</param>
    public static ModelCard Of(
        TrainedModel trained, byte[] file, string intended, ImmutableArray<string> limits, ModelData data, LabelledSet? dev)
    {
        var header = trained.Model.Header;
        var scores = ImmutableArray.Create(
            ScoresOf("train, cross-validated: weights had not seen the text; C and thresholds were chosen here", Scored.Of(trained.Model, trained.Set, trained.Unseen)));
        if (dev is not null)
        {
            scores = scores.Add(ScoresOf("dev: neither trained nor tuned on", Scored.By(trained.Model, dev)));
        }

        return new ModelCard(
            header.Name,
            header.Date,
            ModelFile.HashOf(file),
            file.Length,
            header.Language,
            intended,
            limits,
            [data],
            $"{trained.Recipe} · chosen: {string.Join(" / ", trained.Choices.Distinct())} · trainer {Trainer.Version}",
            scores)
        {
            Groups = dev is null ? [] : GroupsOf(Scored.By(trained.Model, dev)),
        };
    }

    public static string ToMarkdown(ModelCard card)
    {
        var text = new StringBuilder();
        Line($"# Model {card.Name}");
        Line($"");
        Line($"{card.Intended} Language: {card.Language}. Trained {card.Date}; {card.Bytes:N0} bytes; SHA-256 `{card.Sha256}`.");
        Line($"");
        Line($"## What it cannot do");
        Line($"");
        foreach (var limit in card.Limits)
        {
            Line($"- {limit}");
        }

        Line($"");
        Line($"## Data");
        Line($"");
        foreach (var data in card.Data)
        {
            Line($"- {data.Set}, {data.Part}, {data.Items:N0} items. Licence: {data.Licence}. Source: {data.Source}.");
        }

        Line($"");
        Line($"## Recipe");
        Line($"");
        Line($"{card.Recipe}");
        foreach (var scores in card.Scores)
        {
            Line($"");
            Line($"## Scores on {scores.Part}");
            Line($"");
            Line($"{scores.Items:N0} items; macro-F1 {scores.MacroF1:F3}; micro-F1 {scores.MicroF1:F3}; mean ECE (10 bins) {scores.CalibrationError:F3}.");
            Line($"");
            Line($"| label | items | precision | recall | F1 | AP | ECE |");
            Line($"| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
            foreach (var l in scores.Labels)
            {
                Line($"| {l.Label} | {l.Support} | {l.Precision:F3} | {l.Recall:F3} | {l.F1:F3} | {l.AveragePrecision:F3} | {l.CalibrationError:F3} |");
            }
        }

        GroupTable.Add(text, card.Groups);
        return text.ToString();

        void Line(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }

    private static ImmutableArray<GroupScores> GroupsOf(Scored dev) =>
    [
        .. GroupErrors.Of(dev, new Bootstrap(dev.Set.Examples, GroupTable.DrawsOfCard, seed: 1)).Select(
            static g => new GroupScores(
            g.Label,
            g.Group,
            g.Items,
            Math.Round(g.FalseAlarms, 4),
            Math.Round(g.FalseAlarmsOfRest, 4),
            Math.Round(g.Low, 4),
            Math.Round(g.High, 4))),
    ];

    private static ModelScores ScoresOf(string part, Scored scored)
    {
        var all = Enumerable.Range(0, scored.Set.Examples.Length).ToArray();
        var rows = Enumerable.Range(0, scored.Set.Labels.Length).Select(scored.Row).ToImmutableArray();
        return new ModelScores(
            part,
            all.Length,
            Math.Round(scored.MacroF1(all), 4),
            Math.Round(scored.MicroF1(all), 4),
            Math.Round(rows.Average(static r => r.CalibrationError), 4),
            [
                .. rows.Select(static r => new LabelScores(
                    r.Label,
                    r.Support,
                    Math.Round(r.Precision, 4),
                    Math.Round(r.Recall, 4),
                    Math.Round(r.F1, 4),
                    Math.Round(r.AveragePrecision, 4),
                    Math.Round(r.CalibrationError, 4))),
            ]);
    }
}
