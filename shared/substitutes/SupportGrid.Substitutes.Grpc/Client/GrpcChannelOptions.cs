using Grpc.Core;
using Grpc.Net.Compression;

namespace Grpc.Net.Client;

/// <summary>The options of a channel; read once, when it is made.</summary>
public sealed class GrpcChannelOptions
{
    /// <summary>How connections are protected; null to follow the scheme of the address.</summary>
    public ChannelCredentials? Credentials { get; set; }

    /// <summary>The largest request in bytes; null for no limit.</summary>
    public int? MaxSendMessageSize { get; set; }

    /// <summary>The largest response in bytes, 4 MiB unless set; null for no limit.</summary>
    public int? MaxReceiveMessageSize { get; set; } = 4 * 1024 * 1024;

    /// <summary>The encodings the channel knows; null for gzip and deflate.</summary>
    public IList<ICompressionProvider>? CompressionProviders { get; set; }

    /// <summary>The client to send requests with; not together with <see cref="HttpHandler"/>.</summary>
    public HttpClient? HttpClient { get; set; }

    /// <summary>The handler to send requests with; not together with <see cref="HttpClient"/>.</summary>
    public HttpMessageHandler? HttpHandler { get; set; }

    /// <summary>Whether disposing the channel disposes the client or handler that was given.</summary>
    public bool DisposeHttpClient { get; set; }

    /// <summary>Whether a call that the caller cancels throws <see cref="OperationCanceledException"/>.</summary>
    public bool ThrowOperationCanceledOnCancellation { get; set; }

    /// <summary>Whether call credentials are sent over connections without TLS.</summary>
    public bool UnsafeUseInsecureChannelCallCredentials { get; set; }

    /// <summary>Where the channel looks for a <see cref="TimeProvider"/>; null for the system's.</summary>
    public IServiceProvider? ServiceProvider { get; set; }

    /// <summary>The HTTP version to ask for; null for 2.0.</summary>
    public Version? HttpVersion { get; set; }

    /// <summary>How strictly the version is meant; null for exactly.</summary>
    public HttpVersionPolicy? HttpVersionPolicy { get; set; }
}
