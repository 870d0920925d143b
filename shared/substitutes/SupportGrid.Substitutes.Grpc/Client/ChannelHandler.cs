namespace Grpc.Net.Client;

/// <summary>The handler of a channel that was given none.</summary>
internal static class ChannelHandler
{
    public static SocketsHttpHandler Create() => new()
    {
        // A server may allow only a hundred streams on a connection; more calls than that open another one.
        EnableMultipleHttp2Connections = true,

        // Redirects and cookies have no meaning for gRPC.
        AllowAutoRedirect = false,
        UseCookies = false,
    };
}
