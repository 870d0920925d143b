namespace Grpc.Net.Client;

/// <summary>
/// The calls of a channel that are not over: a list through the calls themselves, so that adding allocates nothing.
/// </summary>
internal sealed class RunningCalls
{
    private readonly Lock _lock = new();
    private GrpcCall? _first;
    private bool _closed;

    /// <summary>Adds a call; false if the channel is disposed.</summary>
    public bool TryAdd(GrpcCall call)
    {
        lock (_lock)
        {
            if (_closed)
            {
                return false;
            }

            call.NextRunning = _first;
            if (_first is not null)
            {
                _first.PreviousRunning = call;
            }

            _first = call;
            return true;
        }
    }

    /// <summary>Removes a call that was added. Once.</summary>
    public void Remove(GrpcCall call)
    {
        lock (_lock)
        {
            if (call.PreviousRunning is not null)
            {
                call.PreviousRunning.NextRunning = call.NextRunning;
            }
            else if (_first == call)
            {
                _first = call.NextRunning;
            }

            if (call.NextRunning is not null)
            {
                call.NextRunning.PreviousRunning = call.PreviousRunning;
            }

            (call.PreviousRunning, call.NextRunning) = (null, null);
        }
    }

    /// <summary>Cancels all calls and admits no more.</summary>
    public void AbandonAll()
    {
        List<GrpcCall> calls = [];
        lock (_lock)
        {
            _closed = true;
            for (var call = _first; call is not null; call = call.NextRunning)
            {
                calls.Add(call);
            }
        }

        // Outside the lock: a call removes itself when it ends.
        foreach (var call in calls)
        {
            call.Dispose();
        }
    }
}
