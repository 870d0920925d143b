using System.Net;
using Orleans.Configuration;

namespace Orleans.Hosting;

/// <summary>What a cluster needs to be told; in one process only the names matter.</summary>
public static class CoreHostingExtensions
{
    /// <summary>Names the cluster and the service for development.</summary>
    public static ISiloBuilder UseLocalhostClustering(
        this ISiloBuilder builder,
        int siloPort = 11111,
        int gatewayPort = 30000,
        IPEndPoint? primarySiloEndpoint = null,
        string serviceId = "dev",
        string clusterId = "dev") => builder
        .ConfigureEndpoints(IPAddress.Loopback, siloPort, gatewayPort)
        .Configure<ClusterOptions>(options =>
        {
            options.ServiceId = serviceId;
            options.ClusterId = clusterId;
        });

    /// <summary>Says which addresses a cluster would use. Nothing listens there.</summary>
    public static ISiloBuilder ConfigureEndpoints(
        this ISiloBuilder builder,
        IPAddress advertisedIP,
        int siloPort,
        int gatewayPort,
        bool listenOnAnyHostAddress = false) => builder.Configure<EndpointOptions>(options =>
        {
            options.AdvertisedIPAddress = advertisedIP;
            options.SiloPort = siloPort;
            options.GatewayPort = gatewayPort;
        });

    /// <inheritdoc cref="ConfigureEndpoints(ISiloBuilder, IPAddress, int, int, bool)"/>
    public static ISiloBuilder ConfigureEndpoints(this ISiloBuilder builder, int siloPort, int gatewayPort) =>
        builder.ConfigureEndpoints(IPAddress.Loopback, siloPort, gatewayPort);
}
