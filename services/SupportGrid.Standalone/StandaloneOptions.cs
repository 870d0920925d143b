using SupportGrid.Gateway.Identity;
using SupportGrid.Silo.Empathy.External;

namespace SupportGrid.Standalone;

/// <summary>What the command line says.</summary>
public sealed record StandaloneOptions
{
    /// <summary>Port of HTTP/1.1: health, gRPC-Web.</summary>
    public int HttpPort { get; init; } = 5080;

    /// <summary>Port of HTTP/2 in clear text: gRPC.</summary>
    public int GrpcPort { get; init; } = 5081;

    /// <summary>Address to listen on.</summary>
    public System.Net.IPAddress Listen { get; init; } = System.Net.IPAddress.Loopback;

    public string DataFolder { get; init; } = "data";

    /// <summary>Tenant of the administrator's token that is written on start.</summary>
    public string Tenant { get; init; } = "main";

    public bool Demo { get; init; }

    /// <summary>Agents of the demo.</summary>
    public int DemoAgents { get; init; } = 4;

    /// <summary>Recorded time over real time in the demo.</summary>
    public double DemoSpeed { get; init; } = 8;

    /// <summary>Rounds of the demo; 0: until it is stopped.</summary>
    public int DemoRounds { get; init; }

    public bool Reflection { get; init; } = true;

    /// <summary>Origins of web pages that may call by gRPC-Web.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];

    /// <summary>Whose tokens are believed.</summary>
    public IdentityOptions Identity { get; init; } = new();

    public Uri? OtlpEndpoint { get; init; }

    /// <summary>Of 100 calls, how many are traced.</summary>
    public int TracePercent { get; init; } = 1;

    public bool JsonLogs { get; init; }

    public int MessageKilobytesMax { get; init; } = 256;

    public int ConnectionsMax { get; init; } = 20_000;

    public int DeskGraceSeconds { get; init; } = 30;

    /// <summary>Open interactions of one customer; 0: as many as they like.</summary>
    public int CustomerOpenInteractionsMax { get; init; } = 20;

    /// <summary>A model outside of the platform that may read turns.</summary>
    public ExternalModelOptions External { get; init; } = new();

    /// <summary>How long open calls have to end when the process is told to stop.</summary>
    public int DrainSeconds { get; init; } = 10;
}
