using System.Net;
using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace SupportGrid.Substitutes.Orleans.Engine;

/// <summary>What this process is called, from options.</summary>
internal sealed class LocalSiloDetails : ILocalSiloDetails
{
    private static readonly DateTimeOffset s_generationZero = new(2010, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public LocalSiloDetails(
        IOptions<SiloOptions> silo,
        IOptions<ClusterOptions> cluster,
        IOptions<EndpointOptions> endpoints,
        TimeProvider time)
    {
        var generation = (int)(time.GetUtcNow() - s_generationZero).TotalSeconds;
        var address = endpoints.Value.AdvertisedIPAddress;
        SiloAddress = SiloAddress.New(new IPEndPoint(address, endpoints.Value.SiloPort), generation);
        GatewayAddress = SiloAddress.New(new IPEndPoint(address, endpoints.Value.GatewayPort), 0);
        ClusterId = cluster.Value.ClusterId;
        DnsHostName = Environment.MachineName;
        Name = silo.Value.SiloName ?? $"Silo_{DnsHostName}";
    }

    public string Name { get; }

    public string ClusterId { get; }

    public string DnsHostName { get; }

    public SiloAddress SiloAddress { get; }

    public SiloAddress GatewayAddress { get; }
}
