namespace Orleans.Runtime;

/// <summary>What this process is called.</summary>
public interface ILocalSiloDetails
{
    /// <summary>The silo's name.</summary>
    string Name { get; }

    /// <summary>The cluster it would belong to.</summary>
    string ClusterId { get; }

    /// <summary>The host's name.</summary>
    string DnsHostName { get; }

    /// <summary>Names the process and its start.</summary>
    SiloAddress SiloAddress { get; }

    /// <summary>The address that clients of a cluster would use.</summary>
    SiloAddress GatewayAddress { get; }
}
