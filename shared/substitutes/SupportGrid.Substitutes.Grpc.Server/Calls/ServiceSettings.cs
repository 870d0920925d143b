using System.IO.Compression;
using Grpc.Net.Compression;
using Grpc.Wire;

namespace Grpc.AspNetCore.Server.Calls;

/// <summary>The options that hold for one service: its own where set, those of all services elsewhere.</summary>
internal sealed class ServiceSettings
{
    private const int DefaultMaxReceiveBytes = 4 * 1024 * 1024;

    public ServiceSettings(GrpcServiceOptions all, GrpcServiceOptions? own)
    {
        var specific = own ?? all;
        MaxSendMessageSize = specific.MaxSendMessageSizeSpecified ? specific.MaxSendMessageSize : all.MaxSendMessageSize;
        MaxReceiveMessageSize = specific.MaxReceiveMessageSizeSpecified ? specific.MaxReceiveMessageSize
            : all.MaxReceiveMessageSizeSpecified ? all.MaxReceiveMessageSize
            : DefaultMaxReceiveBytes;
        DetailedErrors = specific.EnableDetailedErrors ?? all.EnableDetailedErrors ?? false;
        IgnoreUnknownServices = all.IgnoreUnknownServices ?? false;
        IgnoreUnknownMethods = specific.IgnoreUnknownServices ?? all.IgnoreUnknownServices ?? false;
        Interceptors = own is null ? [.. all.Interceptors] : [.. all.Interceptors, .. own.Interceptors];
        Compressions = new CompressionSet(specific.CompressionProvidersOrNull ?? all.CompressionProvidersOrNull);
        CompressionLevel = specific.ResponseCompressionLevel ?? all.ResponseCompressionLevel;
        ResponseCompression = FindResponseCompression(
            specific.ResponseCompressionAlgorithm ?? all.ResponseCompressionAlgorithm);
    }

    public int? MaxSendMessageSize { get; }

    public int? MaxReceiveMessageSize { get; }

    public bool DetailedErrors { get; }

    public bool IgnoreUnknownServices { get; }

    public bool IgnoreUnknownMethods { get; }

    public IReadOnlyList<InterceptorRegistration> Interceptors { get; }

    public CompressionSet Compressions { get; }

    public CompressionLevel? CompressionLevel { get; }

    /// <summary>The encoding of responses to clients that accept it; null for none.</summary>
    public ICompressionProvider? ResponseCompression { get; }

    private ICompressionProvider? FindResponseCompression(string? algorithm) =>
        algorithm is null or GrpcHeaderNames.Identity
            ? null
            : Compressions.Find(algorithm) ?? throw new InvalidOperationException(
                $"The configured response compression algorithm '{algorithm}' has no provider.");
}
