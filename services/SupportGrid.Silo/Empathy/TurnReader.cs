using System.Collections.Immutable;
using System.Text.RegularExpressions;
using SupportGrid.Domain.Empathy;
using SupportGrid.Empathy.Analysis;
using SupportGrid.Empathy.Conversations;
using SupportGrid.Empathy.Friction;
using SupportGrid.Empathy.Rules;
using SupportGrid.Empathy.Text;
using Reading = SupportGrid.Domain.Empathy.TurnReading;

namespace SupportGrid.Silo.Empathy;

/// <summary>
/// Turns what the analyser reads into the domain's plain data. Pure: the same text and memory give the same reading.
/// May serve all actors at once.
/// </summary>
public sealed partial class TurnReader(EmpathyAnalyser analyser)
{
    /// <summary>Labels below this are left out unless the model says that they hold.</summary>
    private const int ListedFrom = 300;

    private const int DeclineLengthMax = 80;

    // Filled again and again; nothing waits between filling and taking out, so a thread needs only one.
    [ThreadStatic]
    private static CustomerReading? t_customer;

    [ThreadStatic]
    private static AgentReading? t_agent;

    /// <summary>Reads a turn of the customer and tells the memory of it.</summary>
    /// <param name="hint">The conversation's language so far.</param>
    /// <param name="platform">Adds what the platform knows to what the turns tell.</param>
    public Reading Customer(
        string text, ConversationMemory memory, Language hint, Func<FrictionFacts, FrictionFacts> platform)
    {
        var read = t_customer ??= new CustomerReading();
        analyser.Read(text, memory, hint, read);
        var emotions = read.IsFactsOnly ? [] : EmotionsOf(read.Emotion);
        var declines = Declines(text, memory);
        var evidence = emotions.IsEmpty ? [] : EvidenceOf(text, memory, read.Emotion, emotions);

        memory.CustomerSaid(text);
        var friction = FrictionReading.Of(platform(memory.Facts));
        return new Reading(
            ModelOf(read.Emotion),
            CodeOf(read.Language),
            read.IsFactsOnly,
            Permille(read.Negative),
            emotions,
            read.IsFactsOnly ? 0 : Permille(read.Abuse.Of("offensive")),
            Permille(read.Dissatisfied),
            Permille(read.Satisfied),
            SignalsOf(read, declines),
            RulesOf(read),
            evidence,
            Permille(friction.Effort),
            [.. friction.Cues.Take(EmpathyLimits.EffortMax).Select(FactOf)]);
    }

    /// <summary>
    /// Reads a turn of an agent and tells the memory of it. Nothing is read about the agent's own feelings.
    /// </summary>
    public Reading Agent(string text, ConversationMemory memory, Language hint)
    {
        var read = t_agent ??= new AgentReading();
        analyser.Read(text, memory, hint, read);
        memory.AgentSaid(text);
        return Reading.Blank with
        {
            Model = ModelOf(read.Conduct),
            Language = CodeOf(read.Language),
            FactsOnly = read.IsFactsOnly,
            Signals = SignalsOf(read, DenseCues.AgentRefused(memory)),
            Rules = RulesOf(read),
        };
    }

    private static string ModelOf(ModelReading reading) =>
        reading.Model is { Header: var header } ? $"{header.Name} {header.Date}" : "";

    private static string CodeOf(Language language) => language switch
    {
        Language.English => "en",
        Language.Chinese => "zh",
        Language.Other => "other",
        _ => "",
    };

    private static ImmutableArray<LabelScore> EmotionsOf(ModelReading emotion)
    {
        var scores = ImmutableArray.CreateBuilder<LabelScore>();
        for (var label = 0; label < emotion.Probabilities.Length; label++)
        {
            var (name, permille, holds) =
                (emotion.Model!.Header.Labels[label].Name,
                    Permille(emotion.Probabilities[label]), emotion.Holds(label));
            if (name != EmotionLabels.Neutral && (holds || permille >= ListedFrom))
            {
                scores.Add(new LabelScore(name, permille, holds));
            }
        }

        return
        [
            .. scores.OrderByDescending(static s => s.Permille)
                .ThenBy(static s => s.Label, StringComparer.Ordinal)
                .Take(EmpathyLimits.EmotionsMax),
        ];
    }

    /// <summary>Of the likeliest label that a cue could rest on; looking for words takes longer than reading.</summary>
    private static ImmutableArray<LabelEvidence> EvidenceOf(
        string text, ConversationMemory memory, ModelReading emotion, ImmutableArray<LabelScore> emotions)
    {
        foreach (var score in emotions)
        {
            if (MayNeedHelp(score.Label))
            {
                var label = LabelAt(emotion, score.Label);
                var spans = EmpathyAnalyser.Explain(
                    emotion.Model!, text, memory, Speaker.Customer, label, EmpathyLimits.EvidenceMax);
                var sum = spans.Sum(static s => s.Contribution);
                return sum <= 0
                    ? []
                    : [.. spans.Select(s => new LabelEvidence(
                        score.Label, s.Span.Start, s.Span.Length, Permille(s.Contribution / sum)))];
            }
        }

        return [];
    }

    /// <summary>Whoever is confused says so in words that a rule finds.</summary>
    private static bool MayNeedHelp(string label) => label
        is EmotionLabels.Angry or EmotionLabels.Dissatisfied or EmotionLabels.Anxious or EmotionLabels.Sad;

    private static int LabelAt(ModelReading emotion, string label)
    {
        var labels = emotion.Model!.Header.Labels;
        var at = 0;
        while (labels[at].Name != label)
        {
            at++;
        }

        return at;
    }

    /// <summary>A short turn that begins with a "no" to what was said.</summary>
    private static bool Declines(string text, ConversationMemory memory) =>
        text.Length <= DeclineLengthMax && memory.AgentTurns > 0 && No().IsMatch(text);

    private static ImmutableArray<TurnSignal> SignalsOf(CustomerReading read, bool declines)
    {
        var signals = ImmutableArray.CreateBuilder<TurnSignal>();
        Add(signals, read.Thanks, TurnSignal.Thanks);
        Add(signals, read.Restates, TurnSignal.Restates);
        Add(signals, declines, TurnSignal.Declines);
        return signals.ToImmutable();
    }

    private static ImmutableArray<TurnSignal> SignalsOf(AgentReading read, bool refuses)
    {
        var signals = ImmutableArray.CreateBuilder<TurnSignal>();
        Add(signals, read.Apologises, TurnSignal.Apologises);
        Add(signals, read.Acknowledges, TurnSignal.Acknowledges);
        Add(signals, read.ShowsUnderstanding, TurnSignal.Understands);
        Add(signals, read.Explores, TurnSignal.Explores);
        Add(signals, read.IsWarm, TurnSignal.Warm);
        Add(signals, refuses, TurnSignal.Refuses);
        return signals.ToImmutable();
    }

    private static void Add(ImmutableArray<TurnSignal>.Builder signals, bool holds, TurnSignal signal)
    {
        if (holds)
        {
            signals.Add(signal);
        }
    }

    private static ImmutableArray<RuleMatch> RulesOf(SupportGrid.Empathy.Analysis.TurnReading read)
    {
        var rules = ImmutableArray.CreateBuilder<RuleMatch>();
        foreach (var hit in read.Hits)
        {
            if (rules.Count < EmpathyLimits.RulesMax)
            {
                rules.Add(new RuleMatch(hit.Rule.Id, StrengthOf(hit.Rule.Use), hit.Span.Start, hit.Span.Length));
            }
        }

        return rules.ToImmutable();
    }

    private static RuleStrength StrengthOf(RuleUse use) => use switch
    {
        RuleUse.Alert => RuleStrength.Alert,
        RuleUse.Shown => RuleStrength.Shown,
        _ => RuleStrength.Display,
    };

    private static EffortFact FactOf(FrictionCue cue) => new(
        Enum.Parse<EffortCause>(cue.Cause.ToString()),
        Permille(cue.Strength),
        cue.Cause is FrictionCause.SlowReply or FrictionCause.AgentMonologue
            ? Permille(cue.Amount)
            : (int)Math.Min(cue.Amount, int.MaxValue),
        cue.MayAlert);

    private static int Permille(double share) =>
        (int)Math.Round(Math.Clamp(share, 0, 1) * EmpathyLimits.Permille, MidpointRounding.AwayFromZero);

    [GeneratedRegex(
        @"^\W*(?:(?:no|nope|nah|not|never ?mind|i (?:do not|don['’]?t) (?:want|need|think))\b|不用|不要|不是|不需要|没有)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex No();
}
