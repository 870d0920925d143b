using Grpc.Core;
using SupportGrid.Gateway.Tests.Live.Floor;

namespace SupportGrid.Gateway.Tests.Live.Record;

/// <summary>
/// The client's end of one stream: it keeps what came, may leave in mid-stream, and may refuse to read.
/// </summary>
internal sealed class ClientStream<TResponse>(Func<TResponse, Seen> read)
    : IServerStreamWriter<TResponse>, IClientStream
{
    private readonly Lock _gate = new();
    private readonly List<Seen> _seen = [];
    private readonly List<TResponse> _responses = [];
    private readonly List<WriteFlags> _flags = [];
    private readonly TestCall _call = new();
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource? _stuck;

    public WriteOptions? WriteOptions { get; set; }

    public Task Ended { get; set; } = Task.CompletedTask;

    public ServerCallContext Call => _call;

    /// <summary>The client leaves after this many responses.</summary>
    public int LeaveAfter { get; set; } = int.MaxValue;

    public IReadOnlyList<Seen> Seen
    {
        get
        {
            lock (_gate)
            {
                return [.. _seen];
            }
        }
    }

    public IReadOnlyList<TResponse> Responses
    {
        get
        {
            lock (_gate)
            {
                return [.. _responses];
            }
        }
    }

    /// <summary>How each response was written.</summary>
    public IReadOnlyList<WriteFlags> Flags
    {
        get
        {
            lock (_gate)
            {
                return [.. _flags];
            }
        }
    }

    /// <summary>From now on nothing is read, until <see cref="ReadOn"/>.</summary>
    public void StopReading() => _stuck = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void ReadOn()
    {
        var stuck = _stuck;
        _stuck = null;
        stuck?.SetResult();
    }

    public async Task WriteAsync(TResponse message)
    {
        if (_stuck is { } stuck)
        {
            await stuck.Task;
        }

        TaskCompletionSource changed;
        lock (_gate)
        {
            if (_seen.Count >= LeaveAfter)
            {
                // Also where the client decided to leave only after it had got as many.
                _call.Leave();
                throw new IOException("The client is gone.");
            }

            _responses.Add(message);
            _seen.Add(read(message));
            _flags.Add(WriteOptions?.Flags ?? 0);
            if (_seen.Count >= LeaveAfter)
            {
                _call.Leave();
            }

            changed = _changed;
            _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        changed.SetResult();
    }

    /// <summary>Waits until what came satisfies a condition, or the stream ended.</summary>
    public async Task<IReadOnlyList<Seen>> WhenAsync(Func<IReadOnlyList<Seen>, bool> condition, string awaited)
    {
        while (true)
        {
            Task changed;
            lock (_gate)
            {
                if (condition(_seen) || Ended.IsFaulted)
                {
                    return [.. _seen];
                }

                changed = _changed.Task;
            }

            await Task.WhenAny(changed, Ended).Within(() => $"{awaited}; so far came: {string.Join(", ", Seen)}");
            if (Ended.IsCompleted && !condition(Seen))
            {
                await Ended;
                return Seen;
            }
        }
    }

    public Task<IReadOnlyList<Seen>> CountAsync(int count) => WhenAsync(s => s.Count >= count, $"{count} responses");

    public Task<IReadOnlyList<Seen>> SyncedAsync() =>
        WhenAsync(static s => s.Any(static x => x.Kind == SeenKind.Synced), "synced");

    /// <summary>The client goes; returns when the server has noticed.</summary>
    public async Task LeaveAsync()
    {
        _call.Leave();
        await Ended.Within("the end of the stream");
    }

    public void Dispose() => _call.Dispose();

    /// <summary>The status that the stream ended with.</summary>
    public async Task<RpcException> FailureAsync()
    {
        await Task.WhenAny(Ended).Within(() => $"the end of the stream; so far came: {string.Join(", ", Seen)}");
        return await Assert.ThrowsAsync<RpcException>(() => Ended);
    }
}
