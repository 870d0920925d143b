using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using Grpc.Core;
using Grpc.Wire;

namespace Grpc.AspNetCore.Server.Calls;

/// <summary>
/// Where framed messages go: the response pipe itself, or, for gRPC-Web in text form, a buffer that is turned into
/// base64 at every flush.
/// </summary>
internal sealed class ResponseBody(PipeWriter pipe, bool asText)
{
    private readonly PooledBuffer? _plain = asText ? new PooledBuffer() : null;

    public IBufferWriter<byte> Destination => (IBufferWriter<byte>?)_plain ?? pipe;

    public ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken)
    {
        PushText();
        return pipe.FlushAsync(cancellationToken);
    }

    /// <summary>
    /// Appends the last frame of gRPC-Web, which holds the status and the trailers, and ends the body.
    /// </summary>
    public void EndWithTrailers(Status status, Metadata? trailers)
    {
        var text = new StringBuilder();
        Append(text, GrpcHeaderNames.Status, StatusText.Of(status.StatusCode));
        if (!string.IsNullOrEmpty(status.Detail))
        {
            Append(text, GrpcHeaderNames.Message, PercentEncoding.Encode(status.Detail));
        }

        foreach (var entry in trailers ?? Metadata.Empty)
        {
            Append(text, entry.Key, ReceivedMetadata.WireValue(entry));
        }

        MessageFrame.WritePrefix(Destination, MessageFrame.Trailers, text.Length);
        Encoding.ASCII.GetBytes(text.ToString(), Destination);
        PushText();
        _plain?.Dispose();
    }

    private static void Append(StringBuilder text, string name, string value) =>
        text.Append(name).Append(": ").Append(value).Append("\r\n");

    private void PushText()
    {
        if (_plain is null || _plain.WrittenCount == 0)
        {
            return;
        }

        // Every flush ends with padding: text clients decode group by group.
        var length = System.Buffers.Text.Base64.GetMaxEncodedToUtf8Length(_plain.WrittenCount);
        var status = System.Buffers.Text.Base64.EncodeToUtf8(_plain.WrittenSpan, pipe.GetSpan(length), out _, out var written);
        if (status != OperationStatus.Done)
        {
            throw new InvalidOperationException($"Base64 encoding ended with {status}.");
        }

        pipe.Advance(written);
        _plain.Clear();
    }
}
