using System.Collections.Immutable;

namespace SupportGrid.Domain.Routing;

/// <summary>Arithmetic on what is asked for.</summary>
public static class SkillRequirements
{
    /// <summary>
    /// Both sets, a skill once with the higher minimum; in the order in which skills are first named.
    /// </summary>
    public static ImmutableArray<SkillRequirement> Merge(
        ImmutableArray<SkillRequirement> first, ImmutableArray<SkillRequirement> second) =>
    [
        .. first.Concat(second)
            .GroupBy(static r => r.Skill, StringComparer.Ordinal)
            .Select(static g => new SkillRequirement(g.Key, g.Max(static r => r.MinimumLevel))),
    ];
}
