using Grpc.Core;
using Grpc.Net.Compression;
using Grpc.Wire;

namespace Grpc.Net.Client;

/// <summary>The requests of a streaming call. One write at a time.</summary>
internal sealed class RequestStreamWriter<TRequest>(
    GrpcCall call,
    Marshaller<TRequest> marshaller,
    ICompressionProvider? compression,
    PushContent content) : IClientStreamWriter<TRequest>, IDisposable
    where TRequest : class
{
    private readonly TaskCompletionSource _callEnded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private PooledBuffer? _buffer;
    private int _writing;
    private bool _completed;

    public WriteOptions? WriteOptions { get; set; }

    public Task WriteAsync(TRequest message) => WriteAsync(message, CancellationToken.None);

    public async Task WriteAsync(TRequest message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        Enter();
        var registration = cancellationToken.UnsafeRegister(
            static state => ((GrpcCall)state!).Abandon(CallEnd.Cancelled), call);
        try
        {
            await WriteCoreAsync(message).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            throw await ToWriteExceptionAsync(exception).ConfigureAwait(false);
        }
        finally
        {
            registration.Unregister();
            Volatile.Write(ref _writing, 0);
        }
    }

    public Task CompleteAsync()
    {
        Enter();
        _completed = true;
        content.Close();
        Dispose();
        Volatile.Write(ref _writing, 0);
        return Task.CompletedTask;
    }

    /// <summary>
    /// Gives the buffer back after the last write. A call that breaks off leaves it to the collector instead.
    /// </summary>
    public void Dispose() => _buffer?.Dispose();

    /// <summary>The call is over: waiting writes fail.</summary>
    public void CallEnded()
    {
        content.Abandon();
        _callEnded.TrySetResult();
    }

    private void Enter()
    {
        if (Interlocked.Exchange(ref _writing, 1) != 0)
        {
            throw new InvalidOperationException(
                "Can't write the message because the previous write is in progress.");
        }

        if (_completed)
        {
            Volatile.Write(ref _writing, 0);
            throw new InvalidOperationException(
                "Can't write the message because the client stream writer is complete.");
        }
    }

    private async ValueTask WriteCoreAsync(TRequest message)
    {
        if (call.Outcome is not null)
        {
            throw new OperationCanceledException();
        }

        var stream = await content.Opened.ConfigureAwait(false);
        var flags = WriteOptions?.Flags ?? default;
        var buffer = _buffer ??= new PooledBuffer();
        buffer.Clear();
        var encoding = (flags & WriteFlags.NoCompress) != 0 ? null : compression;
        MessageEncoder.Write(marshaller, message, buffer, call.MaxSendMessageSize, encoding, level: null, out _);
        await stream.WriteAsync(buffer.WrittenMemory, call.Aborted).ConfigureAwait(false);
        if ((flags & WriteFlags.BufferHint) == 0)
        {
            await stream.FlushAsync(call.Aborted).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// A write fails as a rule because the server ended the call. Its status is on the reading side: where the client
    /// reads by itself, wait for it; where the caller reads, leave it for the reader and report only that writing
    /// ended.
    /// </summary>
    private async ValueTask<Exception> ToWriteExceptionAsync(Exception exception)
    {
        if (exception is RpcException tooLarge)
        {
            return call.ToException(tooLarge);
        }

        if (call.ReadsByItself)
        {
            await _callEnded.Task.ConfigureAwait(false);
        }

        return call.Outcome is null
            ? new RpcException(TransportErrors.ToStatus(exception))
            : call.ToException(exception);
    }
}
