using System.Collections.Immutable;

namespace SupportGrid.Domain.Configurations;

/// <summary>Collects broken rules, so that all of them are told at once.</summary>
internal sealed class Problems
{
    private readonly ImmutableArray<ConfigurationProblem>.Builder _problems =
        ImmutableArray.CreateBuilder<ConfigurationProblem>();

    public ImmutableArray<ConfigurationProblem> ToImmutable() => _problems.ToImmutable();

    public void Unless(bool holds, string path, string rule)
    {
        if (!holds)
        {
            _problems.Add(new ConfigurationProblem(path, rule));
        }
    }

    /// <summary>What every named entry must satisfy.</summary>
    public void CheckEntry(string path, string key, string keyInside, string displayName)
    {
        CheckKey(path, key);
        Unless(key == keyInside, path, $"The entry calls itself {keyInside}.");
        Unless(
            !string.IsNullOrWhiteSpace(displayName) && displayName.Length <= ConfigurationLimits.DisplayNameLengthMax,
            $"{path}/display-name",
            $"A display name has 1 to {ConfigurationLimits.DisplayNameLengthMax} characters.");
    }

    public void CheckKey(string path, string key) => Unless(
        ConfigurationRules.IsKey(key),
        path,
        "A key has 1 to 64 characters of a-z, 0-9, dot, underscore and dash, and starts with a letter or digit.");

    public void CheckSpan(string path, TimeSpan value, TimeSpan min, TimeSpan max) =>
        Unless(value >= min && value <= max, path, $"It lies between {min:c} and {max:c}.");

    /// <summary>Not-a-number lies nowhere.</summary>
    public void CheckNumber(string path, double value, double min, double max) =>
        Unless(value >= min && value <= max, path, FormattableString.Invariant($"It lies between {min} and {max}."));

    public void CheckUnique(string path, IEnumerable<string> values)
    {
        var twice = values.GroupBy(static v => v, StringComparer.Ordinal).FirstOrDefault(static g => g.Skip(1).Any());
        Unless(twice is null, path, $"It names {twice?.Key} twice.");
    }
}
