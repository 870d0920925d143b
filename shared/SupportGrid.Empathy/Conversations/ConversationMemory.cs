using System.Text.RegularExpressions;
using SupportGrid.Empathy.Friction;
using SupportGrid.Empathy.Rules;
using SupportGrid.Empathy.Text;

namespace SupportGrid.Empathy.Conversations;

/// <summary>
/// What of a conversation so far matters to its next turn: a fold of the turns in order, of bounded size. Read a turn
/// first, then remember it. One for each conversation; not for two threads at once.
/// </summary>
public sealed partial class ConversationMemory
{
    /// <summary>Turns of the customer that are compared with a new one.</summary>
    public const int EarlierMax = 6;

    /// <summary>From this overlap of trigrams on, a turn says again what was said.</summary>
    public const float RestatedAbove = .6f;

    private const float SameAnswerAbove = .85f;
    private const int RestatedUnitsMin = 12;

    private readonly Fingerprint[] _earlier =
        [.. Enumerable.Range(0, EarlierMax).Select(static _ => new Fingerprint())];
    private readonly ulong[] _earlierNumbers = new ulong[EarlierMax];
    private readonly Fingerprint _agent = new();
    private readonly Fingerprint _current = new();
    private readonly FoldedText _folded = new();
    private int _restatements;
    private int _unansweredQuestions;
    private int _identityQuestions;
    private int _repeatedAnswers;
    private bool _askedForHuman;
    private bool _askedForManager;
    private bool _askedForRefund;
    private bool _namedRegulator;
    private bool _hasOpenQuestion;
    private long _agentUnits;
    private long _customerUnits;
    private Token[] _tokens = new Token[256];

    /// <summary>Turns of the customer before this one.</summary>
    public int CustomerTurns { get; private set; }

    public int AgentTurns { get; private set; }

    /// <summary>Turns of the customer since the agent's last.</summary>
    public int UnansweredRun { get; private set; }

    /// <summary>What the agent said last; empty before the first turn.</summary>
    public string PreviousAgent { get; private set; } = "";

    public string PreviousCustomer { get; private set; } = "";

    public string CustomerOneBefore { get; private set; } = "";

    /// <summary>What the agent said before the last time.</summary>
    public string AgentOneBefore { get; private set; } = "";

    /// <summary>How much of a turn that is not yet remembered was said before.</summary>
    /// <param name="kinds">What is not wanted is 0.</param>
    public TurnOverlaps OverlapsOf(ReadOnlySpan<char> turn, OverlapKinds kinds = OverlapKinds.All)
    {
        Print(turn, _current, kinds);
        float words = 0, characters = 0, trigrams = 0;
        for (var i = 0; i < Math.Min(CustomerTurns, EarlierMax); i++)
        {
            words = Math.Max(words, _current.WordOverlap(_earlier[i]));
            characters = Math.Max(characters, _current.CharacterOverlap(_earlier[i]));
            trigrams = Math.Max(trigrams, _current.TrigramOverlap(_earlier[i]));
        }

        return new TurnOverlaps(words, characters, trigrams, AgentTurns == 0 ? 0 : _current.WordOverlap(_agent));
    }

    /// <summary>What the turns so far tell about friction; the platform adds what it knows besides.</summary>
    public FrictionFacts Facts => new()
    {
        Restatements = _restatements,
        UnansweredQuestions = _unansweredQuestions,
        RepeatedIdentityQuestions = Math.Max(0, _identityQuestions - 1),
        RepeatedAnswers = _repeatedAnswers,
        AgentShare = AgentShare(),
        AskedForHuman = _askedForHuman,
        AskedForManager = _askedForManager,
        AskedForRefund = _askedForRefund,
        NamedRegulator = _namedRegulator,
    };

    public void CustomerSaid(string text)
    {
        text = Read(text);
        var numbers = Statements.NumbersOf(text);
        _restatements += SaysAgain(text, numbers) ? 1 : 0;

        // A question is open until the agent speaks; the customer's next word before that makes it an unanswered one.
        _unansweredQuestions += _hasOpenQuestion ? 1 : 0;
        _hasOpenQuestion = CueRules.AgentExplores.Matches(text);
        _askedForHuman |= CueRules.AsksForHuman.Matches(text) || text.Contains("人工", StringComparison.Ordinal);
        _askedForManager |= CueRules.AsksForManager.Matches(text)
            || text.Contains("经理", StringComparison.Ordinal) || text.Contains("投诉", StringComparison.Ordinal);
        _askedForRefund |= CueRules.AsksForRefund.Matches(text);
        _namedRegulator |= CueRules.NamesRegulator.Matches(text);
        _customerUnits += text.Length;
        Print(text, _earlier[CustomerTurns % EarlierMax], OverlapKinds.All);
        _earlierNumbers[CustomerTurns % EarlierMax] = numbers;
        CustomerOneBefore = PreviousCustomer;
        PreviousCustomer = text;
        CustomerTurns++;
        UnansweredRun++;
    }

    public void AgentSaid(string text)
    {
        text = Read(text);
        Print(text, _current, OverlapKinds.Trigrams);
        if (AgentTurns > 0 && text.Length >= RestatedUnitsMin && _current.TrigramOverlap(_agent) > SameAnswerAbove)
        {
            _repeatedAnswers++;
        }

        _identityQuestions += AsksWho().IsMatch(text) ? 1 : 0;
        _hasOpenQuestion = false;
        _agentUnits += text.Length;
        Print(text, _agent, OverlapKinds.All);
        AgentOneBefore = PreviousAgent;
        PreviousAgent = text;
        AgentTurns++;
        UnansweredRun = 0;
    }

    /// <summary>
    /// Another order number in the same form is news, and a row of emoticons says nothing to be said again.
    /// </summary>
    private bool SaysAgain(string text, ulong numbers)
    {
        if (text.Length < RestatedUnitsMin || !Statements.IsOne(text))
        {
            return false;
        }

        Print(text, _current, OverlapKinds.Trigrams);
        for (var i = 0; i < Math.Min(CustomerTurns, EarlierMax); i++)
        {
            if (_earlierNumbers[i] == numbers && _current.TrigramOverlap(_earlier[i]) > RestatedAbove)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A greeting and a question are no monologue: below four turns it is 0.</summary>
    private double AgentShare() => CustomerTurns + AgentTurns < 4
        ? 0
        : _agentUnits / (double)Math.Max(1, _agentUnits + _customerUnits);

    /// <summary>Of a very long text only the beginning is kept, so that a conversation stays small.</summary>
    private static string Read(string text) => text.Length > FoldedText.UnitsMax ? text[..FoldedText.UnitsMax] : text;

    [GeneratedRegex(
        @"\b(?:your (?:full |first |last )?name|(?:order|account|booking|customer|reference) (?:number|id)|date of birth|verify (?:your|who))\b|订单号|您的姓名|手机号",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AsksWho();

    private void Print(ReadOnlySpan<char> text, Fingerprint print, OverlapKinds kinds)
    {
        _folded.Take(text);
        if (_tokens.Length < _folded.Length)
        {
            _tokens = new Token[_folded.Length];
        }

        print.Take(_folded, _tokens, kinds);
    }
}
