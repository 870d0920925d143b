using System.Collections.Immutable;

namespace SupportGrid.Domain.Empathy;

/// <summary>
/// An agent's recent load of hard conversations: a count of work, no statement about how the agent feels. At an instant
/// it is the sum over the spells of
/// <code>severity × minutes × fade(age / half-life)</code>
/// with severity ½ for a strained and 1 for an upset customer, the minutes in which the agent had the interaction then,
/// and the age counted from the spell's end. <c>fade(x)</c> is 2^−x at every whole x and runs straight in between; from
/// <see cref="EmpathyLimits.HalfLivesKept"/> half-lives on it is 0 and the spell is forgotten. A break needs no credit
/// of its own: time fades all of it, and waiting customers never add to it.
/// </summary>
/// <remarks>
/// Exact in whole milliseconds, so that it is the same on every machine and decisions replay to the same bytes. Between
/// two events of the agent it only falls.
/// </remarks>
/// <param name="OptedOut">The agent wants none of it: nothing is kept and the term is 0.</param>
/// <param name="Since">When the agent opted in again; spells count from then on. Null: never opted out.</param>
/// <param name="Spells">Newest told last, at most <see cref="EmpathyLimits.HardSpellsMax"/>.</param>
[GenerateSerializer, Immutable, Alias("sg.EmotionalLoad")]
public sealed record EmotionalLoad(bool OptedOut, DateTimeOffset? Since, ImmutableArray<HardSpell> Spells)
{
    /// <summary>Steps between no load and a full one.</summary>
    public const int Steps = 10;

    public static EmotionalLoad None { get; } = new(false, null, []);

    public bool Equals(EmotionalLoad? other) =>
        other is not null
        && (OptedOut, Since) == (other.OptedOut, other.Since)
        && Spells.AsSpan().SequenceEqual(other.Spells.AsSpan());

    public override int GetHashCode() => HashCode.Combine(OptedOut, Since, Spells.Length);

    /// <summary>The load at an instant, in milliseconds.</summary>
    public long MsAt(DateTimeOffset now) => Spells.Sum(spell => MsOf(spell, MsOf(now)));

    /// <summary>What one spell adds at an instant, in milliseconds.</summary>
    public static long MsOf(HardSpell spell, DateTimeOffset now) => MsOf(spell, MsOf(now));

    /// <summary>Whether a spell still counts.</summary>
    public static bool Counts(HardSpell spell, DateTimeOffset now) =>
        MsOf(now) - MsOf(spell.Until) < HalfLifeMs(spell) * EmpathyLimits.HalfLivesKept;

    /// <summary>
    /// The load as whole tenths of a full one, rounded down, 0 to <see cref="Steps"/>. Routing decides by these: they
    /// stand still for a while, so that agents keep their places in the ranks, and say no more than is needed.
    /// </summary>
    public int TenthsAt(DateTimeOffset now, TimeSpan scale) => TenthsAt(MsOf(now), ScaleMs(scale));

    /// <summary>The first instant after <paramref name="now"/> at which there are fewer tenths; null at 0.</summary>
    public DateTimeOffset? NextEasing(DateTimeOffset now, TimeSpan scale)
    {
        var (from, full) = (MsOf(now), ScaleMs(scale));
        var tenths = TenthsAt(from, full);
        if (tenths == 0)
        {
            return null;
        }

        // It only falls, so the instant is found by halving the time until everything is forgotten.
        var to = Spells.Max(spell => MsOf(spell.Until) + (HalfLifeMs(spell) * EmpathyLimits.HalfLivesKept));
        while (to - from > 1)
        {
            var middle = from + ((to - from) / 2);
            (from, to) = TenthsAt(middle, full) < tenths ? (from, middle) : (middle, to);
        }

        return new DateTimeOffset(to * TimeSpan.TicksPerMillisecond, TimeSpan.Zero);
    }

    private int TenthsAt(long now, long full)
    {
        var load = 0L;
        foreach (var spell in Spells)
        {
            load += MsOf(spell, now);
        }

        return (int)(Math.Min(load, full) * Steps / full);
    }

    private static long MsOf(HardSpell spell, long now)
    {
        var half = HalfLifeMs(spell);
        var age = Math.Max(0, now - MsOf(spell.Until));
        var halvings = age / half;
        return halvings >= EmpathyLimits.HalfLivesKept
            ? 0
            : (spell.WeightedMs * ((2 * half) - (age % half)) / (2 * half)) >> (int)halvings;
    }

    private static long MsOf(DateTimeOffset instant) => instant.UtcTicks / TimeSpan.TicksPerMillisecond;

    private static long HalfLifeMs(HardSpell spell) => Math.Max(1, (long)spell.HalfLife.TotalMilliseconds);

    private static long ScaleMs(TimeSpan scale) => Math.Max(1, (long)scale.TotalMilliseconds);
}
