using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;

namespace SupportGrid.Standalone;

/// <summary>
/// Looks whether the ports can be had, before the host starts: a host that fails half-way tells of it with a page of
/// traces.
/// </summary>
internal static class PortProbe
{
    /// <exception cref="IOException">A port is taken.</exception>
    /// <exception cref="SocketException">The address or a port may not be used.</exception>
    public static void Check(StandaloneOptions options)
    {
        using var http = Take(options.Listen, options.HttpPort);
        using var grpc = Take(options.Listen, options.GrpcPort);
    }

    private static TcpListener Take(IPAddress listen, int port)
    {
        var listener = new TcpListener(listen, port);
        try
        {
            listener.Start();
            return listener;
        }
        catch (SocketException e)
        {
            listener.Dispose();
            throw e.SocketErrorCode == SocketError.AddressAlreadyInUse
                ? new IOException($"Port {port} of {listen} is taken.", new AddressInUseException(e.Message, e))
                : e;
        }
    }
}
