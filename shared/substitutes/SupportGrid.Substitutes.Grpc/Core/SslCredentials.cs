namespace Grpc.Core;

/// <summary>
/// TLS with the trust roots of the machine. Other roots and client certificates are set on the HTTP handler.
/// </summary>
public sealed class SslCredentials : ChannelCredentials
{
    internal override bool IsSecure => true;
}
