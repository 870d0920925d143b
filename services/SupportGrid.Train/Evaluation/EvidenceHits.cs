using System.Collections.Immutable;
using SupportGrid.Empathy.Features;
using SupportGrid.Empathy.Models;
using SupportGrid.Train.Data;
using SupportGrid.Train.Learning;
using SupportGrid.Train.Recipes;

namespace SupportGrid.Train.Evaluation;

/// <summary>
/// How often the sentence with the highest score is one that raters marked: it holds a marked phrase or lies within
/// one. Over replies of at least two sentences that have marks. Measured twice: with the model of whole replies, which
/// every model can do, and with a model of single sentences, learnt from the marks of the train part.
/// </summary>
internal static class EvidenceHits
{
    private static readonly ImmutableArray<string> Cues = [.. EpitomeFile.Cues, "place-of-sentence", "is-first", "is-last"];

    public static IEnumerable<Measure> Of(LinearModel model, LabelledSet set, LabelledSet? train)
    {
        var replies = set.Examples.Where(static e => !e.Rationales.IsEmpty).Select(Parted).Where(static p => p.Length > 1).ToList();
        if (replies.Count == 0)
        {
            yield break;
        }

        var whole = Hits(replies, model, EpitomeFile.Cues.Length);
        var target = Targets.EvidenceHit(set.Name);
        if (train is not null)
        {
            var sentences = Trainer.Train(Recipe, Sentences(train), "", "measured only, not shipped").Model;
            yield return new Measure(
                "evidence: best sentence marked", Hits(replies, sentences, Cues.Length), null, null, target);
            yield return new Measure("evidence: same, by the model of whole replies", whole);
        }
        else
        {
            yield return new Measure("evidence: best sentence marked", whole, null, null, target);
        }

        yield return new Measure("evidence: first sentence marked", replies.Average(static r => r[0].Labels[0]));
        yield return new Measure(
            "evidence: random sentence marked", replies.Average(static r => r.Average(static s => s.Labels[0])));
        yield return new Measure("evidence: replies", replies.Count);
    }

    private static Recipe Recipe { get; } = new(
        "evidence", "en", KnownRecipes.English(16, Cues), KnownRecipes.Plain(1));

    private static LabelledSet Sentences(LabelledSet train) => new(
        train.Name + "-sentences", DecisionKind.OneLabel, ["unmarked", "marked"], Cues, [.. train.Examples.SelectMany(Parted)]);

    private static double Hits(List<Example[]> replies, LinearModel model, int cues)
    {
        var extractor = new FeatureExtractor();
        var vector = new FeatureVector();
        var scores = new float[model.Labels];
        return replies.Average(reply => reply.MaxBy(Score)!.Labels[0]);

        float Score(Example sentence)
        {
            model.Extract(extractor, new TurnText(sentence.Text) { Dense = sentence.Dense.AsSpan(0, cues) }, vector);
            model.Score(vector, scores);
            return scores[^1] - scores[0];
        }
    }

    /// <summary>The sentences of a reply, each labelled 1 when it is marked.</summary>
    private static Example[] Parted(Example reply)
    {
        var sentences = new List<string>();
        for (var at = 0; SupportGrid.Empathy.Text.Sentences.Next(reply.Text, at, out var sentence); at = sentence.End)
        {
            sentences.Add(reply.Text.Substring(sentence.Start, sentence.Length));
        }

        return
        [
            .. sentences.Select((text, i) => new Example(reply.Group, text, [IsMarked(text, reply) ? 1 : 0])
            {
                Dense =
                [
                    .. EpitomeFile.CuesOf(text), Math.Min(i, 10) / 10f, i == 0 ? 1 : 0, i == sentences.Count - 1 ? 1 : 0,
                ],
            }),
        ];
    }

    private static bool IsMarked(string sentence, Example reply) => reply.Rationales.Any(r =>
        sentence.Contains(r, StringComparison.OrdinalIgnoreCase) || r.Contains(sentence, StringComparison.OrdinalIgnoreCase));
}
