using System.Collections.Immutable;

namespace SupportGrid.Domain.Routing;

/// <summary>
/// What is left of the required skills after some waiting. Steps add up: a dropped skill stays dropped, and of the
/// reached steps the one that lowers levels most decides, so nothing is ever asked for again.
/// </summary>
public static class Relaxation
{
    /// <summary>How many steps are reached after <paramref name="waited"/>; 0: none.</summary>
    public static int StepsReached(ImmutableArray<RelaxationStep> steps, TimeSpan waited) =>
        steps.Count(step => step.After <= waited);

    /// <summary>The waiting time at which the next step is reached, or null.</summary>
    public static TimeSpan? NextAfter(ImmutableArray<RelaxationStep> steps, TimeSpan waited)
    {
        TimeSpan? next = null;
        foreach (var step in steps)
        {
            if (step.After > waited && (next is null || step.After < next))
            {
                next = step.After;
            }
        }

        return next;
    }

    /// <summary>
    /// The skills required after <paramref name="waited"/>: one entry a skill (the highest level where it was named
    /// twice), ordered by skill.
    /// </summary>
    public static ImmutableArray<SkillRequirement> Apply(
        ImmutableArray<SkillRequirement> skills, ImmutableArray<RelaxationStep> steps, TimeSpan waited)
    {
        var lower = 0.0;
        var required = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var skill in skills)
        {
            required[skill.Skill] = Math.Max(skill.MinimumLevel, required.GetValueOrDefault(skill.Skill));
        }

        foreach (var step in steps)
        {
            if (step.After <= waited)
            {
                lower = Math.Max(lower, step.LowerLevelsBy);
                foreach (var dropped in step.DropSkills)
                {
                    required.Remove(dropped);
                }
            }
        }

        return [.. required.Select(pair => new SkillRequirement(pair.Key, Math.Max(0, pair.Value - lower)))];
    }
}
