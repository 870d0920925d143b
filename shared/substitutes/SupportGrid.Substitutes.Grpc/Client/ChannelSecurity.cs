using Grpc.Core;

namespace Grpc.Net.Client;

/// <summary>Checks that the address and the credentials of a channel agree.</summary>
internal static class ChannelSecurity
{
    /// <summary>Whether the channel uses TLS.</summary>
    public static bool Check(Uri address, GrpcChannelOptions options)
    {
        var secure = address.Scheme switch
        {
            "http" => false,
            "https" => true,
            _ => throw new ArgumentException($"The scheme of {address} is neither http nor https.", nameof(address)),
        };
        if (options.Credentials is not { } credentials)
        {
            return secure;
        }

        if (credentials.IsSecure != secure)
        {
            throw new InvalidOperationException(
                $"The channel's credentials are {(credentials.IsSecure ? "secure" : "insecure")} but its address is {address}.");
        }

        if (credentials.CallCredentials is not null && !secure && !options.UnsafeUseInsecureChannelCallCredentials)
        {
            throw new InvalidOperationException("Call credentials need a channel with TLS.");
        }

        return secure;
    }
}
