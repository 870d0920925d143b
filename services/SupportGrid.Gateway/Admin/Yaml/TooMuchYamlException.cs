namespace SupportGrid.Gateway.Admin.Yaml;

/// <summary>A text is beyond a limit at which reading stops. Never leaves the reading of it.</summary>
internal sealed class TooMuchYamlException(int line, string path, string rule) : Exception(rule)
{
    public YamlProblem Problem { get; } = new(line, path, rule);
}
