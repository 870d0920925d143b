using Grpc.Core;

namespace SupportGrid.Gateway.Live.Watching;

/// <summary>
/// Writes responses to one client. It holds back one response: when another follows at once, the first is marked as
/// "more to come", so that the transport sends both in one go. A response that the client does not take in time ends
/// the stream.
/// </summary>
internal sealed class ResponseWriter<TResponse>(
    IServerStreamWriter<TResponse> stream, TimeSpan writeMax, TimeProvider clock, CancellationToken cancelled)
    where TResponse : class
{
    private static readonly WriteOptions MoreToCome = new(WriteFlags.BufferHint);

    private TResponse? _held;

    /// <summary>Responses that were given to the transport.</summary>
    public long Written { get; private set; }

    public ValueTask WriteAsync(TResponse response)
    {
        var before = _held;
        _held = response;
        return before is null ? ValueTask.CompletedTask : SendAsync(before, MoreToCome);
    }

    /// <summary>Nothing more is ready: what is held back leaves.</summary>
    public ValueTask FlushAsync()
    {
        if (_held is not { } last)
        {
            return ValueTask.CompletedTask;
        }

        _held = null;
        return SendAsync(last, WriteOptions.Default);
    }

    private ValueTask SendAsync(TResponse response, WriteOptions options)
    {
        cancelled.ThrowIfCancellationRequested();
        Written++;
        stream.WriteOptions = options;
        var write = stream.WriteAsync(response);
        return write.IsCompletedSuccessfully ? ValueTask.CompletedTask : new ValueTask(WaitAsync(write));
    }

    private async Task WaitAsync(Task write)
    {
        try
        {
            await write.WaitAsync(writeMax, clock, cancelled);
        }
        catch (TimeoutException) when (!write.IsFaulted)
        {
            Abandon(write);
            throw new ConsumerTooSlowException();
        }
        catch (OperationCanceledException) when (cancelled.IsCancellationRequested)
        {
            Abandon(write);
            throw;
        }
    }

    /// <summary>The call ends, and with it the write; how it fails then is of no interest to anybody.</summary>
    private static void Abandon(Task write) =>
        _ = write.ContinueWith(
            static ended => _ = ended.Exception,
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
}
