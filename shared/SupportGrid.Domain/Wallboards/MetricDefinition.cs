namespace SupportGrid.Domain.Wallboards;

/// <summary>What a number counts. A changed formula is a new version; a published one is never edited.</summary>
/// <param name="Formula">In the symbols of the vocabulary.</param>
/// <param name="Unit">"count", "share", "seconds" or "instant".</param>
[GenerateSerializer, Immutable, Alias("sg.MetricDefinition")]
public sealed record MetricDefinition(string Id, int Version, string Formula, string Unit);
