using SupportGrid.Empathy.Text;

namespace SupportGrid.Empathy.Conversations;

/// <summary>
/// What of a conversation so far matters to its next turn: a fold of the turns in order, of bounded size. Read a turn
/// first, then remember it. One for each conversation; not for two threads at once.
/// </summary>
public sealed class ConversationMemory
{
    /// <summary>Turns of the customer that are compared with a new one.</summary>
    public const int EarlierMax = 6;

    private readonly Fingerprint[] _earlier = [.. Enumerable.Range(0, EarlierMax).Select(static _ => new Fingerprint())];
    private readonly Fingerprint _agent = new();
    private readonly Fingerprint _current = new();
    private readonly FoldedText _folded = new();
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
    public TurnOverlaps OverlapsOf(ReadOnlySpan<char> turn)
    {
        Print(turn, _current);
        float words = 0, characters = 0, trigrams = 0;
        for (var i = 0; i < Math.Min(CustomerTurns, EarlierMax); i++)
        {
            words = Math.Max(words, _current.WordOverlap(_earlier[i]));
            characters = Math.Max(characters, _current.CharacterOverlap(_earlier[i]));
            trigrams = Math.Max(trigrams, _current.TrigramOverlap(_earlier[i]));
        }

        return new TurnOverlaps(words, characters, trigrams, AgentTurns == 0 ? 0 : _current.WordOverlap(_agent));
    }

    public void CustomerSaid(string text)
    {
        Print(text, _earlier[CustomerTurns % EarlierMax]);
        CustomerOneBefore = PreviousCustomer;
        PreviousCustomer = text;
        CustomerTurns++;
        UnansweredRun++;
    }

    public void AgentSaid(string text)
    {
        Print(text, _agent);
        AgentOneBefore = PreviousAgent;
        PreviousAgent = text;
        AgentTurns++;
        UnansweredRun = 0;
    }

    private void Print(ReadOnlySpan<char> text, Fingerprint print)
    {
        _folded.Take(text);
        if (_tokens.Length < _folded.Length)
        {
            _tokens = new Token[_folded.Length];
        }

        print.Take(_folded, _tokens);
    }
}
