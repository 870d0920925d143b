using System.Collections.Immutable;
using System.Text.RegularExpressions;
using SupportGrid.Empathy.Features;
using SupportGrid.Empathy.Models;
using SupportGrid.Train.Data;
using SupportGrid.Train.Learning;
using SupportGrid.Train.Recipes;

namespace SupportGrid.Train.Evaluation;

/// <summary>
/// How often the sentence with the highest score is one that raters marked: it holds a marked phrase or lies within
/// one. Over replies of at least two sentences that have marks. The score is that of the model of whole replies and,
/// where the train part is at hand, that of a model of single sentences besides, learnt from its marks.
/// </summary>
internal static partial class EvidenceHits
{
    private static readonly ImmutableArray<string> Cues = [.. EpitomeFile.Cues, "place-of-sentence", "is-first", "is-last"];

    public static IEnumerable<Measure> Of(LinearModel model, LabelledSet set, LabelledSet? train)
    {
        var replies = set.Examples.Where(static e => !e.Rationales.IsEmpty).Select(Parted).Where(static p => p.Length > 1).ToList();
        if (replies.Count == 0)
        {
            yield break;
        }

        var whole = Hits(replies, (model, EpitomeFile.Cues.Length));
        var target = Targets.EvidenceHit(set.Name);
        if (train is not null)
        {
            var sentences = Trainer.Train(Recipe, Sentences(train), "", "measured only, not shipped").Model;
            (LinearModel, int)[] both = [(sentences, Cues.Length), (model, EpitomeFile.Cues.Length)];
            yield return new Measure(
                "evidence: best sentence marked", Hits(replies, both), null, null, target);
            yield return new Measure("evidence: same, by the model of sentences alone", Hits(replies, (sentences, Cues.Length)));
            yield return new Measure("evidence: same, by the model of whole replies alone", whole);
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

    private static double Hits(List<Example[]> replies, params ReadOnlySpan<(LinearModel Model, int Cues)> models)
    {
        var extractor = new FeatureExtractor();
        var vector = new FeatureVector();
        var scores = new float[ModelHeader.LabelsMax];
        var members = models.ToArray();
        return replies.Average(reply => reply.MaxBy(s => members.Sum(m => Score(s, m.Model, m.Cues)))!.Labels[0]);

        float Score(Example sentence, LinearModel model, int cues)
        {
            model.Extract(extractor, new TurnText(sentence.Text) { Dense = sentence.Dense.AsSpan(0, cues) }, vector);
            model.Score(vector, scores);
            return scores[model.Labels - 1] - scores[0];
        }
    }

    /// <summary>The sentences of a reply, each labelled 1 when it is marked.</summary>
    private static Example[] Parted(Example reply)
    {
        var sentences = Ends().Split(reply.Text).Where(static s => !string.IsNullOrWhiteSpace(s)).ToList();
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

    /// <summary>As the published figures part replies; the product parts at every line break as well.</summary>
    [GeneratedRegex(@"(?<=[.!?\n])\s+")]
    private static partial Regex Ends();

    private static bool IsMarked(string sentence, Example reply) => reply.Rationales.Any(r =>
        sentence.Contains(r, StringComparison.OrdinalIgnoreCase) || r.Contains(sentence, StringComparison.OrdinalIgnoreCase));
}
