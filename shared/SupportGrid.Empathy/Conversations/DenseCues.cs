using System.Collections.Immutable;
using System.Text.RegularExpressions;
using SupportGrid.Empathy.Rules;

namespace SupportGrid.Empathy.Conversations;

/// <summary>
/// Numbers about a turn in its conversation that stand beside the n-grams, found by name. A name never changes its
/// meaning: models hold it. All lie between 0 and 1.
/// </summary>
public static partial class DenseCues
{
    /// <summary>The cues of satisfaction in English, in the order of the published recipe.</summary>
    public static ImmutableArray<string> English { get; } =
    [
        "turn-of-20", "word-overlap", "word-overlap-above-.6", "length-of-200", "exclaims", "asks", "capitals", "agent-refused",
        "no-agent-yet",
    ];

    /// <summary>The cues of satisfaction in Chinese.</summary>
    public static ImmutableArray<string> Chinese { get; } =
    [
        "turn-of-20", "character-overlap", "character-overlap-above-.7", "length-of-60", "exclaims", "asks-zh", "unanswered-of-5",
        "agent-refused-zh", "human-or-complaint-zh",
    ];

    private static readonly ImmutableArray<string> Known =
    [
        .. English.Union(Chinese).Union(
            ["length-of-600", "agent-words-overlap", "thanks", "thanks-zh", "short-of-20", "dialogue-turn-of-20"]),
    ];

    /// <summary>Whether a model may ask for the cue.</summary>
    public static bool IsKnown(string name) => Known.Contains(name) || RuleOf(name) is not null;

    /// <summary>Whether the agent's last turn refused or regretted, in either language.</summary>
    public static bool AgentRefused(ConversationMemory memory) =>
        Refusal().IsMatch(memory.PreviousAgent) || RefusalZh().IsMatch(memory.PreviousAgent);

    /// <summary>Writes the named cues.</summary>
    /// <param name="overlaps">How much of the turn was said before, see <see cref="ConversationMemory"/>.</param>
    public static void Fill(
        ReadOnlySpan<string> names,
        ReadOnlySpan<char> turn,
        ConversationMemory memory,
        in TurnOverlaps overlaps,
        Span<float> cues)
    {
        turn = turn.Length > Text.FoldedText.UnitsMax ? turn[..Text.FoldedText.UnitsMax] : turn;
        for (var i = 0; i < names.Length; i++)
        {
            cues[i] = Of(names[i], turn, memory, overlaps);
        }
    }

    private static float Of(string name, ReadOnlySpan<char> turn, ConversationMemory memory, in TurnOverlaps overlaps) => name switch
    {
        "turn-of-20" => Math.Min(memory.CustomerTurns, 20) / 20f,
        "dialogue-turn-of-20" => Math.Min(memory.CustomerTurns + memory.AgentTurns, 20) / 20f,
        "word-overlap" => overlaps.Words,
        "word-overlap-above-.6" => If(overlaps.Words > .6f),
        "character-overlap" => overlaps.Characters,
        "character-overlap-above-.7" => If(overlaps.Characters > .7f),
        "agent-words-overlap" => overlaps.AgentWords,
        "length-of-600" => Math.Min(turn.Length, 600) / 600f,
        "length-of-200" => Math.Min(turn.Length, 200) / 200f,
        "length-of-60" => Math.Min(turn.Length, 60) / 60f,
        "short-of-20" => 1f - (Math.Min(turn.Length, 20) / 20f),
        "exclaims" => If(turn.IndexOfAny('!', '！') >= 0),
        "asks" => If(turn.IndexOfAny('?', '？') >= 0),
        "asks-zh" => If(QuestionZh().IsMatch(turn)),
        "capitals" => Capitals(turn),
        "thanks" => If(Thanks().IsMatch(turn)),
        "thanks-zh" => If(ThanksZh().IsMatch(turn)),
        "agent-refused" => If(Refusal().IsMatch(memory.PreviousAgent)),
        "agent-refused-zh" => If(RefusalZh().IsMatch(memory.PreviousAgent)),
        "no-agent-yet" => If(memory.AgentTurns == 0),
        "unanswered-of-5" => Math.Min(memory.UnansweredRun, 5) / 5f,
        "human-or-complaint-zh" => If(HumanOrComplaintZh().IsMatch(turn)),
        _ when RuleOf(name) is { } rule => If(rule.Matches(turn)),
        _ => throw new ArgumentException($"There is no dense cue named {name}.", nameof(name)),
    };

    /// <summary>"rule:" and the id of a rule: whether it holds.</summary>
    private static CueRule? RuleOf(string name)
    {
        const string Prefix = "rule:";
        if (name.StartsWith(Prefix, StringComparison.Ordinal))
        {
            foreach (var rule in CueRules.All)
            {
                if (name.AsSpan(Prefix.Length).SequenceEqual(rule.Id))
                {
                    return rule;
                }
            }
        }

        return null;
    }

    private static float If(bool holds) => holds ? 1f : 0f;

    private static float Capitals(ReadOnlySpan<char> turn)
    {
        if (turn.Length <= 8)
        {
            return 0;
        }

        int letters = 0, capitals = 0;
        foreach (var c in turn)
        {
            letters += char.IsLetter(c) ? 1 : 0;
            capitals += char.IsUpper(c) ? 1 : 0;
        }

        return letters == 0 ? 0 : (float)capitals / letters;
    }

    [GeneratedRegex(@"\b(?:sorry|unfortunately|unable|cannot|can['’]t|no\s+\w+\s+(?:match|available)|don['’]t have|not available|error)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Refusal();

    [GeneratedRegex("抱歉|不好意思|对不起|无法|不能|没有办法")]
    private static partial Regex RefusalZh();

    [GeneratedRegex("[?？]|吗|怎么|为什么")]
    private static partial Regex QuestionZh();

    [GeneratedRegex("人工|投诉")]
    private static partial Regex HumanOrComplaintZh();

    [GeneratedRegex(@"\b(?:thank(?:s| you|ful)?|thx|ty|appreciate|grateful)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Thanks();

    [GeneratedRegex("谢|辛苦|好评|麻烦你")]
    private static partial Regex ThanksZh();
}
