namespace SupportGrid.Domain.Routing;

/// <summary>How required skills are held against agents. Names are persisted.</summary>
public enum SkillMatching
{
    /// <summary>An agent must have every required skill at its minimum level; proficiency does not rank.</summary>
    All = 1,

    /// <summary>As <see cref="All"/>, and the higher mean proficiency ranks first.</summary>
    Best = 2,

    /// <summary>Skills are not looked at.</summary>
    Disregard = 3,
}
