using SupportGrid.Empathy.Features;
using SupportGrid.Empathy.Models;
using SupportGrid.Empathy.Text;
using SupportGrid.Train.Data;

namespace SupportGrid.Train.Evaluation;

/// <summary>
/// How often the sentence with the highest score is one that raters marked: it holds a marked phrase or lies within one.
/// Over replies of at least two sentences that have marks.
/// </summary>
internal static class EvidenceHits
{
    public static IEnumerable<Measure> Of(LinearModel model, LabelledSet set)
    {
        var extractor = new FeatureExtractor();
        var vector = new FeatureVector();
        var scores = new float[model.Labels];
        var (items, hits, first, random) = (0, 0, 0, 0.0);
        foreach (var example in set.Examples)
        {
            var sentences = Split(example.Text);
            if (sentences.Count < 2 || example.Rationales.IsEmpty)
            {
                continue;
            }

            var marked = sentences.Select(s => IsMarked(s, example)).ToList();
            var best = sentences.Select((s, i) => (Score(s), i)).Max().i;
            items++;
            hits += marked[best] ? 1 : 0;
            first += marked[0] ? 1 : 0;
            random += marked.Count(static m => m) / (double)marked.Count;
        }

        return items == 0
            ? []
            :
            [
                new Measure("evidence: best sentence marked", (double)hits / items, null, null, Targets.EvidenceHit(set.Name)),
                new Measure("evidence: first sentence marked", (double)first / items),
                new Measure("evidence: random sentence marked", random / items),
                new Measure("evidence: replies", items),
            ];

        float Score(string sentence)
        {
            var dense = new float[] { Math.Min(sentence.Length, 600) / 600f, sentence.Contains('?', StringComparison.Ordinal) ? 1 : 0 };
            model.Extract(extractor, new TurnText(sentence) { Dense = dense }, vector);
            model.Score(vector, scores);
            return scores[^1] - scores[0];
        }
    }

    private static List<string> Split(string text)
    {
        var sentences = new List<string>();
        for (var at = 0; Sentences.Next(text, at, out var sentence); at = sentence.End)
        {
            sentences.Add(text.Substring(sentence.Start, sentence.Length));
        }

        return sentences;
    }

    private static bool IsMarked(string sentence, Example example) => example.Rationales.Any(r =>
        sentence.Contains(r, StringComparison.OrdinalIgnoreCase) || r.Contains(sentence, StringComparison.OrdinalIgnoreCase));
}
