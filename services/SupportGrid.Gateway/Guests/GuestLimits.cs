using System.Net;
using System.Net.Sockets;
using Grpc.Core;
using SupportGrid.Gateway.Edge;

namespace SupportGrid.Gateway.Guests;

/// <summary>How many sessions an address, and all together, may start: a bucket each, filled steadily.</summary>
/// <remarks>
/// The address is the one that the connection comes from; forwarded headers are not believed. Of IPv6 the first 64 bits
/// count: who has one address there has them all.
/// </remarks>
public sealed class GuestLimits(GatewayOptions options, TimeProvider time)
{
    private const int NetworkBytes = 8;

    private readonly CallBuckets<string> _addresses =
        new(options.GuestAddressStartsPerMinuteMax / 60.0, options.GuestAddressStartsBurstMax, time);

    private readonly CallBuckets<string> _all =
        new(options.GuestStartsPerSecondMax, options.GuestStartsBurstMax, time);

    /// <exception cref="RpcException">RATE_LIMITED.</exception>
    public void Take(ServerCallContext context)
    {
        var address = context.GetHttpContext().Connection.RemoteIpAddress;
        if ((_addresses.Take(KeyOf(address)) ?? _all.Take("")) is { } retryAfter)
        {
            throw EdgeErrors.LimitReached(
                EdgeReasons.RateLimited, "Too many sessions were started from here; wait a little.", retryAfter);
        }
    }

    internal static string KeyOf(IPAddress? address)
    {
        if (address is { IsIPv4MappedToIPv6: true })
        {
            address = address.MapToIPv4();
        }

        return address switch
        {
            null => "",
            { AddressFamily: AddressFamily.InterNetworkV6 } =>
                Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, NetworkBytes)),
            _ => address.ToString(),
        };
    }
}
