namespace SupportGrid.Domain.Routing;

/// <summary>A skill that an interaction asks for.</summary>
/// <param name="Skill">Key of the skill in the tenant's catalogue.</param>
/// <param name="MinimumLevel">Proficiency from 0 to 5 that an agent must have at least.</param>
[GenerateSerializer, Immutable, Alias("sg.SkillRequirement")]
public sealed record SkillRequirement(string Skill, double MinimumLevel);
