using SupportGrid.Empathy.Rules;
using SupportGrid.Empathy.Text;

namespace SupportGrid.Empathy.Analysis;

/// <summary>
/// What was read in one turn, of either side. An object that is filled again and again, so that reading allocates
/// nothing; take out what you keep before the next turn.
/// </summary>
public abstract class TurnReading
{
    private readonly RuleHit[] _hits = new RuleHit[CueRules.All.Length];
    private int _hitCount;

    public Language Language { get; internal set; }

    /// <summary>The language is not read: nothing but facts, and the desk says so.</summary>
    public bool IsFactsOnly => Language == Language.Other;

    /// <summary>Only the first <see cref="FoldedText.UnitsMax"/> units were read.</summary>
    public bool IsCut { get; internal set; }

    /// <summary>The rules that hold, in the order of <see cref="CueRules.All"/>.</summary>
    public ReadOnlySpan<RuleHit> Hits => _hits.AsSpan(0, _hitCount);

    public bool Has(CueRule rule)
    {
        foreach (var hit in Hits)
        {
            if (ReferenceEquals(hit.Rule, rule))
            {
                return true;
            }
        }

        return false;
    }

    internal virtual void Clear()
    {
        _hitCount = 0;
        IsCut = false;
    }

    internal void Add(RuleHit hit) => _hits[_hitCount++] = hit;
}
