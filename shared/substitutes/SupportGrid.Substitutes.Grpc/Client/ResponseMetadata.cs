using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Grpc.Core;
using Grpc.Wire;

namespace Grpc.Net.Client;

/// <summary>Reads status, headers and trailers of a response.</summary>
internal static class ResponseMetadata
{
    /// <summary>
    /// The status that a response carries in its headers: a call refused before it streamed anything, or an answer that
    /// is no gRPC at all. Null if messages follow.
    /// </summary>
    public static Status? EarlyStatus(HttpResponseMessage response)
    {
        if (TryReadStatus(response.Headers, out var status))
        {
            return status;
        }

        if (response.StatusCode != HttpStatusCode.OK)
        {
            return new Status(
                FromHttp(response.StatusCode),
                $"Bad gRPC response. HTTP status code: {(int)response.StatusCode}");
        }

        var contentType = response.Content.Headers.NonValidated.TryGetValues("Content-Type", out var types)
            ? types.ToString()
            : null;
        return GrpcHeaderNames.IsContentType(GrpcHeaderNames.ContentType, contentType)
            ? null
            : new Status(StatusCode.Cancelled, $"Bad gRPC response. Invalid content-type value: {contentType ?? "none"}");
    }

    /// <summary>The status in the trailers, after the whole response was read.</summary>
    public static Status FinalStatus(HttpResponseMessage response) =>
        TryReadStatus(response.TrailingHeaders, out var status)
            ? status
            : new Status(StatusCode.Unknown, "No grpc-status found on response.");

    /// <summary>The response headers without those of the protocol.</summary>
    public static Metadata HeadersOf(HttpResponseMessage response) => Read(response.Headers);

    /// <summary>The trailers, which a refused call carries in its headers.</summary>
    public static Metadata TrailersOf(HttpResponseMessage response) =>
        response.Headers.NonValidated.Contains(GrpcHeaderNames.Status)
            ? Read(response.Headers)
            : Read(response.TrailingHeaders);

    /// <summary>The first value of a header, or null.</summary>
    public static string? Value(HttpHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) ? First(values) : null;

    private static Metadata Read(HttpHeaders headers)
    {
        var metadata = new Metadata();
        foreach (var (name, values) in headers.NonValidated)
        {
            if (IsOfTheProtocol(name))
            {
                continue;
            }

            foreach (var value in values)
            {
                ReceivedMetadata.Add(metadata, name, value);
            }
        }

        return metadata;
    }

    private static bool IsOfTheProtocol(string name) =>
        name.Equals(GrpcHeaderNames.Status, StringComparison.OrdinalIgnoreCase)
        || name.Equals(GrpcHeaderNames.Message, StringComparison.OrdinalIgnoreCase)
        || name.Equals(GrpcHeaderNames.Encoding, StringComparison.OrdinalIgnoreCase)
        || name.Equals(GrpcHeaderNames.AcceptEncoding, StringComparison.OrdinalIgnoreCase);

    private static bool TryReadStatus(HttpHeaders headers, out Status status)
    {
        status = default;
        if (Value(headers, GrpcHeaderNames.Status) is not { } text)
        {
            return false;
        }

        var code = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 16
            ? (StatusCode)number
            : StatusCode.Unknown;
        var message = Value(headers, GrpcHeaderNames.Message);
        status = new Status(code, message is null ? "" : PercentEncoding.Decode(message));
        return true;
    }

    private static string? First(HeaderStringValues values)
    {
        foreach (var value in values)
        {
            return value;
        }

        return null;
    }

    private static StatusCode FromHttp(HttpStatusCode code) => code switch
    {
        HttpStatusCode.BadRequest => StatusCode.Internal,
        HttpStatusCode.Unauthorized => StatusCode.Unauthenticated,
        HttpStatusCode.Forbidden => StatusCode.PermissionDenied,
        HttpStatusCode.NotFound => StatusCode.Unimplemented,
        HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable
            or HttpStatusCode.GatewayTimeout => StatusCode.Unavailable,
        _ => StatusCode.Unknown,
    };
}
