using Grpc.Core;
using Grpc.Wire;

namespace Grpc.Net.Client;

/// <summary>
/// A call without its message types: how it starts, and how it ends. It ends exactly once, by the answer, a failure,
/// the caller's token, the deadline or disposal; whatever comes later changes nothing.
/// </summary>
internal abstract class GrpcCall : IDisposable
{
    private readonly CancellationTokenSource _aborted = new();
    private CancellationTokenRegistration _callerRegistration;
    private CancellationTokenRegistration _parentRegistration;
    private ITimer? _deadlineTimer;
    private TaskCompletionSource<Metadata>? _headersWaiter;
    private HttpResponseMessage? _response;
    private volatile CallOutcome? _outcome;

    protected GrpcCall(GrpcChannel channel, CallOptions options, bool readsByItself)
    {
        channel.ThrowIfDisposed();
        ReadsByItself = readsByItself;
        Channel = channel;
        Options = options;
        if (options.Deadline is { Kind: not DateTimeKind.Utc } deadline
            && deadline != DateTime.MaxValue && deadline != DateTime.MinValue)
        {
            throw new InvalidOperationException("A deadline must be a UTC time.");
        }
    }

    public GrpcCall? NextRunning { get; set; }

    public GrpcCall? PreviousRunning { get; set; }

    public Task<Metadata> ResponseHeadersAsync
    {
        get
        {
            lock (_aborted)
            {
                return _response is not null
                    ? Task.FromResult(ResponseMetadata.HeadersOf(_response))
                    : _outcome is not null
                        ? Task.FromException<Metadata>(ExceptionOf(_outcome))
                        : (_headersWaiter ??= NewHeadersWaiter()).Task;
            }
        }
    }

    /// <summary>Whether the call has one response, which is read without the caller's help.</summary>
    public bool ReadsByItself { get; }

    public int? MaxSendMessageSize => Channel.MaxSendMessageSize;

    protected GrpcChannel Channel { get; }

    protected CallOptions Options { get; }

    /// <summary>Cancelled when the call ends in any way but the server's answer.</summary>
    public CancellationToken Aborted => _aborted.Token;

    /// <summary>How the call ended; null while it runs.</summary>
    public CallOutcome? Outcome => _outcome;

    public Status GetStatus() => (_outcome ?? throw NotOver("status")).Status;

    public Metadata GetTrailers() => (_outcome ?? throw NotOver("trailers")).Trailers;

    public void Dispose() => Abandon(CallEnd.Disposed);

    /// <summary>Ends the call for the caller and resets its stream.</summary>
    public void Abandon(CallEnd end)
    {
        var status = end switch
        {
            CallEnd.DeadlinePassed => new Status(StatusCode.DeadlineExceeded, ""),
            CallEnd.Disposed => new Status(StatusCode.Cancelled, "gRPC call disposed."),
            _ => new Status(StatusCode.Cancelled, "Call canceled by the client."),
        };
        if (TryEnd(new CallOutcome(status, null) { End = end }))
        {
            _aborted.Cancel();
        }
    }

    /// <summary>The exception of an outcome other than OK.</summary>
    public Exception ExceptionOf(CallOutcome outcome)
    {
        var exception = new RpcException(outcome.Status, outcome.Trailers);
        return Channel.ThrowsOnCancellation && outcome.End != CallEnd.Answered
            ? new OperationCanceledException(outcome.Status.Detail, exception, Options.CancellationToken)
            : exception;
    }

    /// <summary>The exception with which a read or write ends after <paramref name="cause"/>.</summary>
    public Exception ToException(Exception cause)
    {
        var outcome = Failed(cause);
        return outcome.Status.StatusCode == StatusCode.OK
            ? new InvalidOperationException("The call is complete.", cause)
            : ExceptionOf(outcome);
    }

    /// <summary>Throws if the caller gave the call up.</summary>
    public void ThrowIfAbandoned()
    {
        if (Outcome is { Status.StatusCode: not StatusCode.OK } outcome)
        {
            throw ExceptionOf(outcome);
        }
    }

    /// <summary>Starts the clock and listens to the caller. False if the call is over before it began.</summary>
    protected bool TryBegin()
    {
        if (!Channel.Calls.TryAdd(this))
        {
            Abandon(CallEnd.Disposed);
            return false;
        }

        _callerRegistration = Options.CancellationToken.UnsafeRegister(OnCancelled, this);
        if (Options.PropagationToken is { } parent)
        {
            _parentRegistration = parent.CancellationToken.UnsafeRegister(OnCancelled, this);
        }

        if (RemainingTime() is { } remaining)
        {
            StartDeadline(remaining);
        }

        // The token may have been cancelled before the registrations were stored: release them here then.
        if (_outcome is not null)
        {
            Release();
        }

        return _outcome is null;
    }

    /// <summary>The time to the deadline; null without one. Never negative.</summary>
    protected TimeSpan? RemainingTime()
    {
        var deadline = Options.Deadline ?? DateTime.MaxValue;
        if (Options.PropagationToken?.Deadline is { } inherited && inherited < deadline)
        {
            deadline = inherited;
        }

        if (deadline == DateTime.MaxValue)
        {
            return null;
        }

        var remaining = deadline - Channel.Time.GetUtcNow().UtcDateTime;
        return remaining > TimeSpan.Zero ? remaining : TimeSpan.Zero;
    }

    /// <summary>Keeps the response and hands its headers to whoever waits for them.</summary>
    protected void Responded(HttpResponseMessage response)
    {
        TaskCompletionSource<Metadata>? waiter;
        lock (_aborted)
        {
            _response = response;
            waiter = _headersWaiter;
        }

        waiter?.TrySetResult(ResponseMetadata.HeadersOf(response));
        if (_outcome is not null)
        {
            response.Dispose();
        }
    }

    /// <summary>Ends the call with what the server answered.</summary>
    protected CallOutcome Answered(Status status, HttpResponseMessage response)
    {
        TryEnd(new CallOutcome(status, response));
        return _outcome!;
    }

    /// <summary>Ends the call because of a failure on this side or of the transport, and resets its stream.</summary>
    protected CallOutcome Failed(Exception exception)
    {
        if (_outcome is null && TryEnd(new CallOutcome(TransportErrors.ToStatus(exception), _response)))
        {
            _aborted.Cancel();
        }

        return _outcome!;
    }

    /// <summary>Called once, when the call is over.</summary>
    protected virtual void Ended()
    {
    }

    private static TaskCompletionSource<Metadata> NewHeadersWaiter() =>
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static void OnCancelled(object? call) => ((GrpcCall)call!).Abandon(CallEnd.Cancelled);

    private static InvalidOperationException NotOver(string what) =>
        new($"Unable to get the {what} because the call is not complete.");

    private void StartDeadline(TimeSpan remaining)
    {
        if (remaining == TimeSpan.Zero)
        {
            Abandon(CallEnd.DeadlinePassed);
        }
        else if (remaining <= GrpcTimeout.Longest)
        {
            _deadlineTimer = Channel.Time.CreateTimer(
                static call => ((GrpcCall)call!).Abandon(CallEnd.DeadlinePassed), this, remaining, Timeout.InfiniteTimeSpan);
        }
    }

    private bool TryEnd(CallOutcome outcome)
    {
        TaskCompletionSource<Metadata>? waiter;
        lock (_aborted)
        {
            if (_outcome is not null)
            {
                return false;
            }

            _outcome = outcome;
            waiter = _response is null ? _headersWaiter : null;
        }

        Channel.Calls.Remove(this);
        Release();
        if (waiter is not null)
        {
            waiter.TrySetException(ExceptionOf(outcome));

            // Reading the exception marks it as observed: not every caller looks at the headers.
            _ = waiter.Task.Exception;
        }

        _response?.Dispose();
        Ended();
        return true;
    }

    private void Release()
    {
        _deadlineTimer?.Dispose();

        // Unregister does not wait for a callback that runs: this may be that callback.
        _callerRegistration.Unregister();
        _parentRegistration.Unregister();
    }
}
