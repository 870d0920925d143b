namespace Orleans.Configuration;

/// <summary>What this process is called.</summary>
public sealed class SiloOptions
{
    /// <summary>The name.</summary>
    public string? SiloName { get; set; }
}
