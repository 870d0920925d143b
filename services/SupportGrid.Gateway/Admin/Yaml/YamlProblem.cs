namespace SupportGrid.Gateway.Admin.Yaml;

/// <summary>Something wrong in a YAML text.</summary>
/// <param name="Line">Counted from 1; 0 where no line is to blame.</param>
/// <param name="Path">Such as "queues/billing/target/share"; empty for the text as a whole.</param>
/// <param name="Rule">What it must be, as the end of a sentence.</param>
public sealed record YamlProblem(int Line, string Path, string Rule);
