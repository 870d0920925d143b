using SupportGrid.Kernel;

namespace SupportGrid.Domain.Configurations;

/// <summary>Every "no" of a configuration. Codes are part of the public API and never change.</summary>
public static class ConfigurationRefusals
{
    private const string InvalidCode = "CONFIGURATION_INVALID";

    private const string VersionCode = "CONFIGURATION_VERSION";

    /// <summary>Names the first problems; <see cref="ConfigurationRules.Check"/> gives all.</summary>
    public static Refusal Invalid(IReadOnlyList<ConfigurationProblem> problems)
    {
        var named = problems.Take(ConfigurationLimits.ProblemsInSentenceMax).Select(static p => $"{p.Path}: {p.Rule}");
        var more = problems.Count - ConfigurationLimits.ProblemsInSentenceMax;
        return new(
            InvalidCode,
            $"The configuration breaks {problems.Count} rules. {string.Join(' ', named)}"
                + (more > 0 ? $" And {more} more." : ""));
    }

    public static Refusal Version(int inForce, int expected) =>
        new(VersionCode, $"Version {inForce} is in force, not {expected}: read it again and decide anew.");

    /// <summary>Codes of all of them; the gateway's table and the tests cover every one.</summary>
    public static IReadOnlyList<string> Codes { get; } = [InvalidCode, VersionCode];
}
