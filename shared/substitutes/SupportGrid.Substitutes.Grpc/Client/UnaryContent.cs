using System.Net;

namespace Grpc.Net.Client;

/// <summary>
/// One framed message. Not pooled: the transport may send the content again on another connection after the caller has
/// moved on.
/// </summary>
internal sealed class UnaryContent(ReadOnlyMemory<byte> frame) : GrpcContent
{
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(
        Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        stream.WriteAsync(frame, cancellationToken).AsTask();
}
