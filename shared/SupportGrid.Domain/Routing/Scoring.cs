using System.Collections.Immutable;
using SupportGrid.Domain.Empathy;

namespace SupportGrid.Domain.Routing;

/// <summary>
/// The weighted score of an able agent, exactly. All terms but idle time stand still, and idle time grows equally
/// for everybody until its cap: so below the cap a static key orders agents, and at the cap another one does. The load
/// of hard conversations counts in tenths, which stand still from one easing to the next.
/// </summary>
/// <remarks>Unit of exact scores: a point is 10^12 × ticks of the idle scale.</remarks>
internal sealed class Scoring
{
    private readonly long _preferred;
    private readonly long _proficiency;
    private readonly long _idle;
    private readonly long _free;
    private readonly long _scale;
    private readonly long _load;
    private readonly TimeSpan _loadScale;
    private readonly ImmutableArray<SkillRequirement> _skills;

    public Scoring(
        ScoreWeights weights,
        SkillMatching matching,
        ImmutableArray<SkillRequirement> required,
        DecisionEmpathy? empathy = null)
    {
        _load = empathy is null ? 0 : Fixed.Micro(Math.Max(0, empathy.EmotionalLoadWeight));
        _loadScale = empathy?.EmotionalLoadScale ?? TimeSpan.Zero;
        _preferred = Fixed.Micro(weights.Preferred);
        _proficiency = matching == SkillMatching.Best && !required.IsEmpty ? Fixed.Micro(weights.Proficiency) : 0;
        _idle = Fixed.Micro(weights.Idle);
        _free = Fixed.Micro(weights.FreeCapacity);
        _scale = Math.Max(1, weights.IdleScale.Ticks);
        _skills = required;
    }

    /// <summary>Millionths of the mean proficiency over the required skills / 5; a skill one lacks counts 0.</summary>
    public long Proficiency(Func<string, double?> levelOf)
    {
        if (_proficiency == 0)
        {
            return 0;
        }

        var sum = (Int128)0;
        foreach (var skill in _skills)
        {
            sum += Fixed.Micro(levelOf(skill.Skill) ?? 0);
        }

        return (long)Fixed.Divide(sum, 5 * _skills.Length);
    }

    /// <summary>Millionths of the units that are free.</summary>
    public static long Free(int taken, int units) =>
        units <= 0 ? 0 : (long)Fixed.Divide((Int128)Math.Max(0, units - taken) * Fixed.One, units);

    /// <summary>Tenths of a full load; null where it does not count.</summary>
    public int? Load(EmotionalLoad? load, DateTimeOffset now) =>
        _load == 0 ? null : load?.TenthsAt(now, _loadScale) ?? 0;

    /// <summary>When time alone lowers the tenths; null: never.</summary>
    public DateTimeOffset? NextEasing(EmotionalLoad? load, DateTimeOffset now) =>
        _load == 0 ? null : load?.NextEasing(now, _loadScale);

    /// <summary>Whether idle time has reached the cap.</summary>
    public bool IsCapped(DateTimeOffset idleSince, DateTimeOffset now) => now.UtcTicks - idleSince.UtcTicks >= _scale;

    /// <summary>The order below the cap: the exact score less what all gain alike.</summary>
    public Int128 ClimbingKey(long proficiency, long free, int load, DateTimeOffset idleSince) =>
        Still(proficiency, free, load, preferred: false) - ((Int128)_idle * Fixed.One * idleSince.UtcTicks);

    /// <summary>The exact score at the cap.</summary>
    public Int128 CappedKey(long proficiency, long free, int load) =>
        Still(proficiency, free, load, preferred: false) + ((Int128)_idle * Fixed.One * _scale);

    public Int128 Exact(
        long proficiency, long free, int load, bool preferred, DateTimeOffset idleSince, DateTimeOffset now) =>
        Still(proficiency, free, load, preferred) + ((Int128)_idle * Fixed.One * IdleTicks(idleSince, now));

    /// <summary>An exact score in points, rounded to millionths.</summary>
    public decimal Points(Int128 exact) => Fixed.ToDecimal(Fixed.Divide(exact, (Int128)Fixed.One * _scale));

    /// <summary>Exact score and written terms from recorded facts.</summary>
    public ScoredAgent Score(AgentFacts facts, DateTimeOffset now)
    {
        var proficiency = Proficiency(skill => facts.Levels.FirstOrDefault(level => level.Skill == skill)?.Level);
        var free = Free(facts.UnitsTaken, facts.Units);
        var load = facts.EmotionalLoad ?? 0;
        var exact = Exact(proficiency, free, load, facts.Preferred, facts.IdleSince, now);
        var terms = ImmutableArray.CreateBuilder<ScoreTerm>(5);
        if (_preferred != 0)
        {
            var preferred = facts.Preferred ? Fixed.One : 0;
            terms.Add(Term(ScoreTermName.Preferred, Fixed.ToDecimal(preferred), preferred, _preferred));
        }

        if (_proficiency != 0)
        {
            terms.Add(Term(ScoreTermName.Proficiency, Fixed.ToDecimal(proficiency * 5), proficiency, _proficiency));
        }

        if (_idle != 0)
        {
            terms.Add(IdleTerm(facts, now));
        }

        if (_free != 0)
        {
            terms.Add(Term(ScoreTermName.FreeCapacity, Math.Max(0, facts.Units - facts.UnitsTaken), free, _free));
        }

        if (_load != 0)
        {
            terms.Add(Term(ScoreTermName.EmotionalLoad, load, Tenths(load), -_load));
        }

        facts = facts with { EmotionalLoad = _load == 0 ? null : load };
        return new(new RankedCandidate(facts, terms.ToImmutable(), Points(exact)), exact);
    }

    private static long Tenths(int load) => load * (Fixed.One / EmotionalLoad.Steps);

    private Int128 Still(long proficiency, long free, int load, bool preferred) => _scale
        * (((Int128)_proficiency * proficiency) + ((Int128)_free * free) - ((Int128)_load * Tenths(load))
            + (preferred ? (Int128)_preferred * Fixed.One : 0));

    // Negative where the agent's clock is ahead of ours: kept, because cutting it at 0 would change the order.
    private long IdleTicks(DateTimeOffset idleSince, DateTimeOffset now) =>
        Math.Min(now.UtcTicks - idleSince.UtcTicks, _scale);

    private ScoreTerm IdleTerm(AgentFacts facts, DateTimeOffset now)
    {
        var raw = Fixed.Plain((now.UtcTicks - facts.IdleSince.UtcTicks) / (decimal)TimeSpan.TicksPerSecond);
        var ticks = IdleTicks(facts.IdleSince, now);
        var scaled = Fixed.Divide((Int128)ticks * Fixed.One, _scale);
        var points = Fixed.Divide((Int128)ticks * _idle, _scale);
        return new(
            ScoreTermName.Idle, raw, Fixed.ToDecimal(scaled), Fixed.ToDecimal(_idle), Fixed.ToDecimal(points));
    }

    private static ScoreTerm Term(ScoreTermName name, decimal raw, long scaled, long weight) => new(
        name,
        Fixed.Plain(raw),
        Fixed.ToDecimal(scaled),
        Fixed.ToDecimal(weight),
        Fixed.ToDecimal(Fixed.Divide((Int128)scaled * weight, Fixed.One)));
}

/// <summary>A candidate with the exact score by which it is ranked.</summary>
internal readonly record struct ScoredAgent(RankedCandidate Candidate, Int128 Exact)
{
    /// <summary>
    /// Higher score first, then free for longer, then the agent's id: total, so that a choice is repeatable.
    /// </summary>
    public static Comparison<ScoredAgent> BestFirst { get; } = static (left, right) =>
    {
        var score = right.Exact.CompareTo(left.Exact);
        var (a, b) = (left.Candidate.Facts, right.Candidate.Facts);
        return score != 0 ? score
            : a.IdleSince != b.IdleSince ? a.IdleSince.CompareTo(b.IdleSince)
            : string.CompareOrdinal(a.Agent, b.Agent);
    };
}
