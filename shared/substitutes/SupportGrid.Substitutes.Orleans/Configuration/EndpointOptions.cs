using System.Net;

namespace Orleans.Configuration;

/// <summary>The addresses that a cluster would use. Nothing listens there.</summary>
public sealed class EndpointOptions
{
    /// <summary>The address.</summary>
    public IPAddress AdvertisedIPAddress { get; set; } = IPAddress.Loopback;

    /// <summary>The port for other silos.</summary>
    public int SiloPort { get; set; } = 11111;

    /// <summary>The port for clients.</summary>
    public int GatewayPort { get; set; } = 30000;
}
