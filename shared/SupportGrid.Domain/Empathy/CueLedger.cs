using System.Collections.Immutable;

namespace SupportGrid.Domain.Empathy;

/// <summary>
/// How right each kind of cue was in one tenant, by what agents answered, and which kinds are silenced.
/// </summary>
/// <param name="Kinds">Kinds that were answered or silenced; others have nothing to tell.</param>
/// <param name="Recent">What was counted last, newest last: nothing of it is counted twice.</param>
[GenerateSerializer, Immutable, Alias("sg.CueLedger")]
public sealed record CueLedger(
    ImmutableSortedDictionary<CueKind, CueTally> Kinds, ImmutableList<CountedCue> Recent)
{
    /// <summary>Answers remembered, so that one that is told again soon is not counted again.</summary>
    public const int RecentMax = 200;

    public static CueLedger Empty { get; } = new(ImmutableSortedDictionary<CueKind, CueTally>.Empty, []);

    /// <summary>Kinds that are not shown, in the order of the enum.</summary>
    public ImmutableArray<CueKind> Silenced =>
        [.. Kinds.Where(static k => k.Value.SilencedAt is not null).Select(static k => k.Key)];

    public CueTally Of(CueKind kind) => Kinds.GetValueOrDefault(kind, CueTally.None);
}

/// <summary>A cue whose answer was counted.</summary>
[GenerateSerializer, Immutable, Alias("sg.CountedCue")]
public sealed record CountedCue(string Interaction, string Cue);

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
