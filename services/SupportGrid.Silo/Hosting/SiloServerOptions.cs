namespace SupportGrid.Silo.Hosting;

/// <summary>What the command line of a silo says.</summary>
internal sealed record SiloServerOptions(string DataFolder, int SiloPort, int GatewayPort, int DeskGraceSeconds);
