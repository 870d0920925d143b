using Grpc.Core;

namespace Grpc.Net.Client;

/// <summary>
/// A channel to one address over <see cref="System.Net.Http.HttpClient"/>. Connections open with the first call and are
/// shared by all calls; one channel serves any number of clients and threads.
/// </summary>
public sealed class GrpcChannel : ChannelBase, IDisposable
{
    private GrpcChannel(Uri address, GrpcChannelOptions options)
        : base(address.Authority)
    {
        _ = options;
    }

    /// <summary>A channel with default options.</summary>
    public static GrpcChannel ForAddress(string address) => ForAddress(address, new GrpcChannelOptions());

    /// <summary>A channel to "http://host:port" or "https://host:port".</summary>
    public static GrpcChannel ForAddress(string address, GrpcChannelOptions channelOptions) =>
        ForAddress(new Uri(address), channelOptions);

    /// <summary>A channel with default options.</summary>
    public static GrpcChannel ForAddress(Uri address) => ForAddress(address, new GrpcChannelOptions());

    /// <summary>A channel to "http://host:port" or "https://host:port".</summary>
    public static GrpcChannel ForAddress(Uri address, GrpcChannelOptions channelOptions)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(channelOptions);
        return new GrpcChannel(address, channelOptions);
    }

    /// <inheritdoc/>
    public override CallInvoker CreateCallInvoker() => new UnimplementedCallInvoker();

    /// <summary>Cancels all calls and closes the connections.</summary>
    public void Dispose()
    {
    }
}
