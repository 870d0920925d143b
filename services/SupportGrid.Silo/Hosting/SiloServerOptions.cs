using SupportGrid.Silo.Empathy.External;

namespace SupportGrid.Silo.Hosting;

/// <summary>What the command line of a silo says.</summary>
/// <param name="TracePercent">Of 100 calls, how many are traced.</param>
internal sealed record SiloServerOptions(
    string DataFolder,
    int SiloPort,
    int GatewayPort,
    int DeskGraceSeconds,
    int CustomerOpenInteractionsMax,
    Uri? OtlpEndpoint,
    int TracePercent,
    ExternalModelOptions External);
