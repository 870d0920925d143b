using System.Collections.Immutable;
using SupportGrid.Empathy.Conversations;
using SupportGrid.Empathy.Evidence;
using SupportGrid.Empathy.Features;
using SupportGrid.Empathy.Models;
using SupportGrid.Empathy.Rules;
using SupportGrid.Empathy.Text;

namespace SupportGrid.Empathy.Analysis;

/// <summary>
/// Reads turns. Pure: the same models, memory and text give the same reading. May serve many threads at once; the
/// buffers it works in belong to the thread, grow to the longest text and stay.
/// </summary>
public sealed class EmpathyAnalyser
{
    private static readonly ImmutableArray<CueRule> CustomerEn = RulesFor(Speaker.Customer, "en");
    private static readonly ImmutableArray<CueRule> CustomerZh = RulesFor(Speaker.Customer, "zh");
    private static readonly ImmutableArray<CueRule> AgentEn = RulesFor(Speaker.Agent, "en");
    private static readonly ImmutableArray<CueRule> AgentZh = RulesFor(Speaker.Agent, "zh");

    [ThreadStatic]
    private static Scratch? _scratch;

    private readonly EmpathyModels _models;
    private readonly OverlapKinds _overlaps;

    /// <exception cref="ModelFormatException">A model asks for what this version cannot compute.</exception>
    public EmpathyAnalyser(EmpathyModels models)
    {
        models.Check();
        _models = models;
        _overlaps = models.HaveDenseCues ? OverlapKinds.All : OverlapKinds.Trigrams;
    }

    /// <summary>Reads a turn of the customer that the memory has not yet been told.</summary>
    /// <param name="hint">The conversation's language, for turns that do not tell their own.</param>
    public void Read(string text, ConversationMemory memory, Language hint, CustomerReading into)
    {
        into.Clear();
        into.Language = LanguageDetector.Of(text, hint);
        into.IsCut = text.Length > FoldedText.UnitsMax;
        into.Overlaps = memory.OverlapsOf(text, _overlaps);
        if (into.IsFactsOnly)
        {
            return;
        }

        var isChinese = into.Language == Language.Chinese;
        Match(isChinese ? CustomerZh : CustomerEn, text, into);
        Score(isChinese ? _models.EmotionZh : _models.EmotionEn, into.Emotion);
        Score(isChinese ? _models.AbuseZh : _models.AbuseEn, into.Abuse);
        Score(isChinese ? _models.SatisfactionZh : _models.SatisfactionEn, into.Satisfaction);
        into.Negative = NegativeOf(into.Emotion);
        SatisfactionEstimate.Fill(memory, into);

        void Score(LinearModel? model, ModelReading reading) =>
            EmpathyAnalyser.Score(model, text, memory, Speaker.Customer, into.Overlaps, reading);
    }

    /// <summary>Reads a turn of an agent that the memory has not yet been told.</summary>
    public void Read(string text, ConversationMemory memory, Language hint, AgentReading into)
    {
        into.Clear();
        into.Language = LanguageDetector.Of(text, hint);
        into.IsCut = text.Length > FoldedText.UnitsMax;
        if (into.IsFactsOnly)
        {
            return;
        }

        var isChinese = into.Language == Language.Chinese;
        Match(isChinese ? AgentZh : AgentEn, text, into);
        Score(isChinese ? _models.ConductZh : _models.ConductEn, text, memory, Speaker.Agent, default, into.Conduct);
    }

    /// <summary>
    /// The words that made a label's score, the strongest first. Allocates: for cues that are shown. The memory must be
    /// as it was when the turn was read.
    /// </summary>
    public static ImmutableArray<EvidenceSpan> Explain(
        LinearModel model, string text, ConversationMemory memory, Speaker speaker, int label, int spansMax = 3)
    {
        var scratch = _scratch ??= new Scratch();
        var overlaps = model.Header.Features.DenseCues.IsEmpty ? default : memory.OverlapsOf(text);
        return scratch.Explainer.Explain(
            model, TurnOf(model, text, memory, speaker, overlaps, scratch), label, spansMax);
    }

    private static void Score(
        LinearModel? model,
        string text,
        ConversationMemory memory,
        Speaker speaker,
        in TurnOverlaps overlaps,
        ModelReading into)
    {
        if (model is null)
        {
            return;
        }

        var scratch = _scratch ??= new Scratch();
        model.Extract(scratch.Extractor, TurnOf(model, text, memory, speaker, overlaps, scratch), scratch.Vector);
        model.Score(scratch.Vector, into.Begin(model));
        into.Finish();
    }

    private static TurnText TurnOf(
        LinearModel model,
        string text,
        ConversationMemory memory,
        Speaker speaker,
        in TurnOverlaps overlaps,
        Scratch scratch)
    {
        var names = model.Header.Features.DenseCues.AsSpan();
        DenseCues.Fill(names, text, memory, overlaps, scratch.Dense);
        return new TurnText(text)
        {
            PreviousOther = speaker == Speaker.Customer ? memory.PreviousAgent : memory.PreviousCustomer,
            PreviousOwn = speaker == Speaker.Customer ? memory.PreviousCustomer : memory.PreviousAgent,
            OneBefore = speaker == Speaker.Customer ? memory.CustomerOneBefore : memory.AgentOneBefore,
            Dense = scratch.Dense.AsSpan(0, names.Length),
        };
    }

    private static void Match(ImmutableArray<CueRule> rules, string text, TurnReading into)
    {
        foreach (var rule in rules)
        {
            if (rule.Next(text, 0, out var span))
            {
                into.Add(new RuleHit(rule, span));
            }
        }
    }

    private static float NegativeOf(ModelReading emotion) => !emotion.IsPresent
        ? 0
        : 1 - ((1 - emotion.Of("angry")) * (1 - emotion.Of("dissatisfied"))
            * (1 - emotion.Of("anxious")) * (1 - emotion.Of("sad")));

    private static ImmutableArray<CueRule> RulesFor(Speaker speaker, string language) =>
        [.. CueRules.All.Where(r => r.Speaker == speaker && (r.Language == language || r.Language == "any"))];

    private sealed class Scratch
    {
        public FeatureExtractor Extractor { get; } = new();

        public FeatureVector Vector { get; } = new();

        public Explainer Explainer { get; } = new();

        public float[] Dense { get; } = new float[FeatureSpec.DenseCuesMax];
    }
}
