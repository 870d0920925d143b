namespace Orleans.Configuration;

/// <summary>What the cluster and the service are called.</summary>
public sealed class ClusterOptions
{
    /// <summary>Used where nothing is set.</summary>
    public const string DefaultClusterId = "default";

    /// <summary>Used where nothing is set.</summary>
    public const string DefaultServiceId = "default";

    /// <summary>Changes with every deployment that must not mix with others.</summary>
    public string ClusterId { get; set; } = DefaultClusterId;

    /// <summary>Never changes: stored state belongs to it.</summary>
    public string ServiceId { get; set; } = DefaultServiceId;
}
