using System.Collections.Immutable;

namespace SupportGrid.Domain.Queues;

/// <summary>
/// The service levels in use in the field. They differ by up to 15 points on one queue, so a number always names the
/// id and version of its definition. A changed formula is a new version; versions are never edited.
/// </summary>
public static class ServiceLevels
{
    /// <summary>Answered within T / answered.</summary>
    public static ServiceLevelDefinition Answered { get; } =
        new("sl.answered", 1, "A_T / A", static c => c.AnsweredWithin, static c => c.Answered);

    /// <summary>Answered within T / (answered + abandoned).</summary>
    public static ServiceLevelDefinition Offered { get; } =
        new("sl.offered", 1, "A_T / (A + B)", static c => c.AnsweredWithin, static c => c.Answered + c.Abandoned);

    /// <summary>As <see cref="Offered"/> without the short abandons; what we recommend.</summary>
    public static ServiceLevelDefinition ExcludingShort { get; } = new(
        "sl.excl-short",
        1,
        "A_T / (A + B - b)",
        static c => c.AnsweredWithin,
        static c => c.Answered + c.Abandoned - c.ShortAbandoned);

    /// <summary>Who left within T counts as good.</summary>
    public static ServiceLevelDefinition IncludingAbandoned { get; } = new(
        "sl.incl-abandoned",
        1,
        "(A_T + B_T) / (A + B)",
        static c => c.AnsweredWithin + c.AbandonedWithin,
        static c => c.Answered + c.Abandoned);

    /// <summary>Removed from the queue within T, however / offered.</summary>
    public static ServiceLevelDefinition Removed { get; } = new(
        "sl.removed",
        1,
        "(A_T + B_T + C_T) / O",
        static c => c.AnsweredWithin + c.AbandonedWithin + c.CallbackWithin,
        static c => c.Offered);

    /// <summary>As <see cref="Offered"/>, with what flowed out in the denominator.</summary>
    public static ServiceLevelDefinition WithFlowOut { get; } = new(
        "sl.flow",
        1,
        "A_T / (A + B + F)",
        static c => c.AnsweredWithin,
        static c => c.Answered + c.Abandoned + c.FlowedOut);

    /// <summary>All of them, by id.</summary>
    public static ImmutableSortedDictionary<string, ServiceLevelDefinition> All { get; } =
        new[] { Answered, Offered, ExcludingShort, IncludingAbandoned, Removed, WithFlowOut }
            .ToImmutableSortedDictionary(static d => d.Id, static d => d, StringComparer.Ordinal);
}
