using System.IO.Pipelines;
using Grpc.Core;
using Grpc.Wire;
using Microsoft.AspNetCore.Http;

namespace Grpc.AspNetCore.Server.Calls;

/// <summary>Response headers and messages.</summary>
internal sealed partial class HttpServerCallContext
{
    // A message with BufferHint waits for company, but not beyond this: buffered bytes are not yet under back-pressure.
    private const long HintedBytesMax = 16 * 1024;

    private Task? _pendingWrite;
    private long _unflushedBytes;
    private int _phase;
    private bool _wroteMessage;

    /// <summary>
    /// Writes one message of a stream. Completes when the pipe has accepted it: a client that does not read holds the
    /// handler up here.
    /// </summary>
    public Task WriteAsync<T>(
        Marshaller<T> marshaller, T message, WriteOptions? options, CancellationToken cancellationToken)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(message);
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled(cancellationToken);
        }

        EnterWrite();
        try
        {
            var flags = (options ?? WriteOptionsCore)?.Flags ?? default;
            _unflushedBytes += Encode(marshaller, message, flags);
            if ((flags & WriteFlags.BufferHint) == 0 || _unflushedBytes >= HintedBytesMax)
            {
                _unflushedBytes = 0;
                var flush = _body.FlushAsync(cancellationToken);
                if (!flush.IsCompletedSuccessfully)
                {
                    return _pendingWrite = AwaitFlushAsync(flush);
                }

                ThrowIfGone(flush.Result);
            }
        }
        catch
        {
            ExitWrite();
            throw;
        }

        ExitWrite();
        return Task.CompletedTask;
    }

    /// <summary>Writes the response of a call that has only one. It leaves together with the trailers.</summary>
    public void WriteSingle<T>(Marshaller<T> marshaller, T? message)
        where T : class
    {
        if (message is null)
        {
            throw new RpcException(new Status(StatusCode.Cancelled, "No message returned from method."));
        }

        // Past the deadline the call has been answered already.
        if (Interlocked.CompareExchange(ref _phase, CallPhase.Writing, CallPhase.Idle) == CallPhase.Idle)
        {
            try
            {
                Encode(marshaller, message, WriteOptionsCore?.Flags ?? default);
            }
            finally
            {
                ExitWrite();
            }
        }
    }

    protected override async Task WriteResponseHeadersAsyncCore(Metadata responseHeaders)
    {
        ArgumentNullException.ThrowIfNull(responseHeaders);
        EnterWrite();
        try
        {
            if (HttpContext.Response.HasStarted || _wroteMessage)
            {
                throw new InvalidOperationException("Response headers can only be sent once per call.");
            }

            foreach (var entry in responseHeaders)
            {
                AddResponseHeader(entry);
            }

            await HttpContext.Response.StartAsync();
            await _body.FlushAsync(CancellationToken.None);
        }
        finally
        {
            ExitWrite();
        }
    }

    private void AddResponseHeader(Metadata.Entry entry)
    {
        if (entry.Key != GrpcHeaderNames.InternalEncodingRequest)
        {
            HttpContext.Response.Headers.Append(entry.Key, ReceivedMetadata.WireValue(entry));
        }
        else if (entry.Value == GrpcHeaderNames.Identity)
        {
            _responseCompression = null;
            HttpContext.Response.Headers.GrpcEncoding = default;
        }
        else
        {
            UseCompression(_settings.Compressions.Find(entry.Value)
                ?? throw new InvalidOperationException($"Could not find compression provider for '{entry.Value}'."));
        }
    }

    private int Encode<T>(Marshaller<T> marshaller, T message, WriteFlags flags)
    {
        var compression = (flags & WriteFlags.NoCompress) != 0 ? null : _responseCompression;
        var torn = false;
        try
        {
            var written = MessageEncoder.Write(
                marshaller,
                message,
                _body.Destination,
                _settings.MaxSendMessageSize,
                compression,
                _settings.CompressionLevel,
                out torn);
            _wroteMessage = true;
            return written;
        }
        catch
        {
            // Not a filter: filters run before the encoder knows. With half a frame in the pipe nothing that could be
            // sent after it would be understood.
            if (torn)
            {
                HttpContext.Abort();
            }

            throw;
        }
    }

    private async Task AwaitFlushAsync(ValueTask<FlushResult> flush)
    {
        try
        {
            ThrowIfGone(await flush);
        }
        finally
        {
            ExitWrite();
        }
    }

    private void EnterWrite()
    {
        switch (Interlocked.CompareExchange(ref _phase, CallPhase.Writing, CallPhase.Idle))
        {
            case CallPhase.Writing:
                throw new InvalidOperationException(
                    "Can't write the message because the previous write is in progress.");
            case CallPhase.Over:
                throw new InvalidOperationException("Can't write the message because the request is complete.");
        }
    }

    private void ExitWrite()
    {
        Interlocked.CompareExchange(ref _phase, CallPhase.Idle, CallPhase.Writing);
        if (_deadlinePassed)
        {
            // The deadline found the pipe taken; its turn is now.
            _ = DeadlinePassedAsync();
        }
    }

    private void ThrowIfGone(FlushResult result)
    {
        if (result.IsCompleted || result.IsCanceled)
        {
            throw new OperationCanceledException("The client is gone.", CancellationTokenCore);
        }
    }
}
