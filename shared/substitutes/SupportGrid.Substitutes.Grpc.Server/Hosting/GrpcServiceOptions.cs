using System.IO.Compression;
using Grpc.Net.Compression;

namespace Grpc.AspNetCore.Server;

/// <summary>
/// The options of all services, or of one. What one service leaves unset comes from the options of all.
/// </summary>
public class GrpcServiceOptions
{
    private int? _maxSendMessageSize;
    private int? _maxReceiveMessageSize;
    private IList<ICompressionProvider>? _compressionProviders;

    /// <summary>The largest response in bytes; null for no limit.</summary>
    public int? MaxSendMessageSize
    {
        get => _maxSendMessageSize;
        set => (_maxSendMessageSize, MaxSendMessageSizeSpecified) = (value, true);
    }

    /// <summary>Whether <see cref="MaxSendMessageSize"/> was set, be it to null.</summary>
    public bool MaxSendMessageSizeSpecified { get; set; }

    /// <summary>The largest request in bytes, 4 MiB unless set; null for no limit.</summary>
    public int? MaxReceiveMessageSize
    {
        get => _maxReceiveMessageSize;
        set => (_maxReceiveMessageSize, MaxReceiveMessageSizeSpecified) = (value, true);
    }

    /// <summary>Whether <see cref="MaxReceiveMessageSize"/> was set, be it to null.</summary>
    public bool MaxReceiveMessageSizeSpecified { get; set; }

    /// <summary>
    /// Whether clients see the text of unhandled exceptions. Off unless set: such texts leak secrets.
    /// </summary>
    public bool? EnableDetailedErrors { get; set; }

    /// <summary>The encoding of responses, if the client accepts it; null to send them as they are.</summary>
    public string? ResponseCompressionAlgorithm { get; set; }

    /// <summary>How hard to compress; null for the default of the provider.</summary>
    public CompressionLevel? ResponseCompressionLevel { get; set; }

    /// <summary>The encodings the server knows.</summary>
    public IList<ICompressionProvider> CompressionProviders
    {
        get => _compressionProviders ??= [];
        set => _compressionProviders = value;
    }

    /// <summary>Whether unknown services and methods are left to other endpoints instead of UNIMPLEMENTED.</summary>
    public bool? IgnoreUnknownServices { get; set; }

    /// <summary>The interceptors; those of all services see a call before those of its service.</summary>
    public InterceptorCollection Interceptors { get; } = [];

    internal IList<ICompressionProvider>? CompressionProvidersOrNull => _compressionProviders;
}
