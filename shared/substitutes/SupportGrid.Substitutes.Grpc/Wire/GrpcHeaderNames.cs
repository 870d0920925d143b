namespace Grpc.Wire;

/// <summary>The names and fixed values of the gRPC protocol.</summary>
internal static class GrpcHeaderNames
{
    public const string Status = "grpc-status";
    public const string Message = "grpc-message";
    public const string Timeout = "grpc-timeout";
    public const string Encoding = "grpc-encoding";
    public const string AcceptEncoding = "grpc-accept-encoding";
    public const string StatusDetails = "grpc-status-details-bin";

    /// <summary>A pseudo header by which code chooses the encoding of one call; it never crosses the wire.</summary>
    public const string InternalEncodingRequest = "grpc-internal-encoding-request";

    public const string Identity = "identity";
    public const string ContentType = "application/grpc";
    public const string WebContentType = "application/grpc-web";
    public const string WebTextContentType = "application/grpc-web-text";

    /// <summary>Whether a content type is this one, alone or with a "+codec" or a parameter.</summary>
    public static bool IsContentType(string wanted, string? actual) =>
        actual is not null
        && actual.StartsWith(wanted, StringComparison.OrdinalIgnoreCase)
        && (actual.Length == wanted.Length || actual[wanted.Length] is ';' or '+');
}
