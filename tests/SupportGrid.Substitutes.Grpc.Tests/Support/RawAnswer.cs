using System.Net;
using System.Net.Http.Headers;

namespace SupportGrid.Substitutes.Grpc.Tests.Support;

/// <summary>The answer to a raw call.</summary>
internal sealed class RawAnswer(HttpResponseMessage response, byte[] body)
{
    public HttpStatusCode HttpStatus => response.StatusCode;

    public byte[] Body => body;

    public string? ContentType => response.Content.Headers.ContentType?.ToString();

    /// <summary>Whether the status came in the headers, with nothing after them.</summary>
    public bool IsTrailersOnly => Value(response.Headers, "grpc-status") is not null && body.Length == 0;

    public int? Status => Header("grpc-status") is { } text ? int.Parse(text, null) : null;

    public string? Message => Header("grpc-message");

    /// <summary>A header or trailer.</summary>
    public string? Header(string name) => Value(response.Headers, name) ?? Value(response.TrailingHeaders, name);

    private static string? Value(HttpHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) ? values.First() : null;
}
