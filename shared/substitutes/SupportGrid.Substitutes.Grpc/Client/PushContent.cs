using System.Net;

namespace Grpc.Net.Client;

/// <summary>Lends the request stream to a writer until the writer is done with it.</summary>
internal sealed class PushContent : GrpcContent
{
    private readonly TaskCompletionSource<Stream> _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The request stream, once the call is under way; cancelled if the call ends before.</summary>
    public Task<Stream> Opened => _opened.Task;

    /// <summary>Ends the request stream.</summary>
    public void Close() => _closed.TrySetResult();

    /// <summary>The call is over: nobody waits for the stream or for the writer any more.</summary>
    public void Abandon()
    {
        _opened.TrySetCanceled();
        _closed.TrySetResult();
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(
        Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        // The server must see the call before the first message: it may answer first.
        await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
        _opened.TrySetResult(stream);
        await _closed.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
    }
}
