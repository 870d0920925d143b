namespace SupportGrid.Domain.Queues;

/// <summary>What one service level counts: two additive counts, and their ratio at read.</summary>
/// <param name="id">Stable name, such as <c>sl.excl-short</c>.</param>
/// <param name="version">Grows when the formula changes.</param>
/// <param name="formula">The formula in the symbols of the vocabulary.</param>
public sealed class ServiceLevelDefinition(
    string id, int version, string formula, Func<ServiceCounts, long> good, Func<ServiceCounts, long> all)
{
    public string Id { get; } = id;

    public int Version { get; } = version;

    public string Formula { get; } = formula;

    /// <summary>The numerator.</summary>
    public long Good(ServiceCounts counts) => good(counts);

    /// <summary>The denominator.</summary>
    public long Total(ServiceCounts counts) => all(counts);

    /// <summary>The share, or null where nothing was counted yet.</summary>
    public double? Share(ServiceCounts counts) => all(counts) is > 0 and var total ? (double)good(counts) / total : null;
}
