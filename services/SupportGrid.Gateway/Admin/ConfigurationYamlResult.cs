using SupportGrid.Domain.Configurations;
using SupportGrid.Gateway.Admin.Yaml;

namespace SupportGrid.Gateway.Admin;

/// <summary>What a text says, or everything that is wrong with it.</summary>
/// <param name="Wanted">Null exactly when there are problems.</param>
public sealed record ConfigurationYamlResult(Configuration? Wanted, IReadOnlyList<YamlProblem> Problems);
