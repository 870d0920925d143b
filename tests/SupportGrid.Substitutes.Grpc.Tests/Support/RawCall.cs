using System.Buffers.Binary;
using System.Net;
using System.Net.Http.Headers;

namespace SupportGrid.Substitutes.Grpc.Tests.Support;

/// <summary>A call at the level of HTTP/2 and frames, for what no well-behaved client sends.</summary>
internal static class RawCall
{
    private static readonly HttpClient Http = new();

    public static Task<RawAnswer> PostAsync(
        Uri address, byte[] body, string path = "/supportgrid.probe.Probe/Ask", params (string Name, string Value)[] headers) =>
        SendAsync(address, new ByteArrayContent(body), path, "application/grpc", HttpVersion.Version20, headers);

    /// <summary>A call of which only the headers have been read; the caller disposes it.</summary>
    public static Task<HttpResponseMessage> OpenAsync(
        Uri address, byte[] body, string path, params (string Name, string Value)[] headers) =>
        OpenAsync(address, new ByteArrayContent(body), path, "application/grpc", HttpVersion.Version20, headers);

    public static async Task<RawAnswer> SendAsync(
        Uri address,
        HttpContent content,
        string path,
        string? contentType,
        Version version,
        params (string Name, string Value)[] headers)
    {
        using var response = await OpenAsync(address, content, path, contentType, version, headers);
        var body = await response.Content.ReadAsByteArrayAsync().Within();
        return new RawAnswer(response, body);
    }

    private static Task<HttpResponseMessage> OpenAsync(
        Uri address,
        HttpContent content,
        string path,
        string? contentType,
        Version version,
        (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, path))
        {
            Version = version,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = content,
        };
        content.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead).Within();
    }

    /// <summary>A frame with a prefix that may lie.</summary>
    public static byte[] Frame(byte[] payload, byte flag = 0, uint? length = null)
    {
        var frame = new byte[5 + payload.Length];
        frame[0] = flag;
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(1), length ?? (uint)payload.Length);
        payload.CopyTo(frame, 5);
        return frame;
    }
}
