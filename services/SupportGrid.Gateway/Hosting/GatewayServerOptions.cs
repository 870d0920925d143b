using System.Net;
using SupportGrid.Gateway.Identity;

namespace SupportGrid.Gateway.Hosting;

/// <summary>What the command line of a gateway says.</summary>
internal sealed record GatewayServerOptions
{
    public required IPEndPoint Silo { get; init; }

    public required string DataFolder { get; init; }

    public required IPAddress Listen { get; init; }

    public required int HttpPort { get; init; }

    public required int GrpcPort { get; init; }

    /// <summary>Whose tokens are believed.</summary>
    public required IdentityOptions Identity { get; init; }

    public required bool Reflection { get; init; }

    public required Uri? OtlpEndpoint { get; init; }

    /// <summary>Of 100 calls, how many are traced.</summary>
    public required int TracePercent { get; init; }
}
