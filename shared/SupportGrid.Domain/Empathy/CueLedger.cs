using System.Collections.Immutable;

namespace SupportGrid.Domain.Empathy;

/// <summary>How right each kind of cue was in one tenant, by what agents answered, and which kinds are silenced.</summary>
/// <param name="Kinds">Kinds that were answered or silenced; others have nothing to tell.</param>
[GenerateSerializer, Immutable, Alias("sg.CueLedger")]
public sealed record CueLedger(ImmutableSortedDictionary<CueKind, CueTally> Kinds)
{
    public static CueLedger Empty { get; } = new(ImmutableSortedDictionary<CueKind, CueTally>.Empty);

    /// <summary>Kinds that are not shown, in the order of the enum.</summary>
    public ImmutableArray<CueKind> Silenced =>
        [.. Kinds.Where(static k => k.Value.SilencedAt is not null).Select(static k => k.Key)];

    public CueTally Of(CueKind kind) => Kinds.GetValueOrDefault(kind, CueTally.None);
}

/// <summary>What agents answered about one kind since it was last counted anew.</summary>
/// <param name="Dismissed">Counted apart: it says neither right nor wrong.</param>
/// <param name="SilencedAt">Null while the kind is shown.</param>
[GenerateSerializer, Immutable, Alias("sg.CueTally")]
public sealed record CueTally(int Useful, int Disputed, int Dismissed, DateTimeOffset? SilencedAt)
{
    public static CueTally None { get; } = new(0, 0, 0, null);

    /// <summary>Answers that say right or wrong.</summary>
    public int Judged => Useful + Disputed;

    /// <summary>Whether so many answers are enough to say that the kind is right too rarely.</summary>
    /// <param name="floor">In permille.</param>
    public bool IsBelow(int floor, int answersMin) =>
        Judged >= answersMin && (long)Useful * EmpathyLimits.Permille < (long)floor * Judged;
}
