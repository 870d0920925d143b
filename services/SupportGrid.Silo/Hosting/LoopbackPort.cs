using System.Net;
using System.Net.Sockets;

namespace SupportGrid.Silo.Hosting;

/// <summary>Ports for engines that cannot be told to take any free one.</summary>
internal static class LoopbackPort
{
    /// <summary>A port that nobody listened on a moment ago.</summary>
    public static int Free()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
