namespace SupportGrid.Domain.Queues;

/// <summary>A service level and what it must reach.</summary>
/// <param name="Definition">
/// Id of the definition, such as <c>sl.excl-short</c>; see <see cref="ServiceLevels"/>.
/// </param>
/// <param name="Threshold">The T of "answered within T".</param>
/// <param name="Share">The share to reach, 0..1.</param>
[GenerateSerializer, Immutable, Alias("sg.ServiceTarget")]
public sealed record ServiceTarget(string Definition, TimeSpan Threshold, double Share)
{
    public static ServiceTarget Default { get; } = new("sl.excl-short", TimeSpan.FromSeconds(20), 0.8);
}
