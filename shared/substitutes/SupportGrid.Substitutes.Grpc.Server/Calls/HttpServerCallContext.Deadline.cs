using Grpc.Core;
using Grpc.Wire;
using Microsoft.AspNetCore.Http.Features;

namespace Grpc.AspNetCore.Server.Calls;

/// <summary>
/// The deadline. When it passes, the client is answered at once and the handler's token is cancelled; what the handler
/// does afterwards reaches nobody.
/// </summary>
internal sealed partial class HttpServerCallContext
{
    private const int ResetNoError = 0x0;
    private const int ResetCancel = 0x8;

    /// <summary>How long a client that does not read may hold up the end of a call whose deadline has passed.</summary>
    private static readonly TimeSpan UnreadGrace = TimeSpan.FromSeconds(1);

    private DateTime _deadline = DateTime.MaxValue;
    private ITimer? _deadlineTimer;
    private TaskCompletionSource? _deadlineAnswered;
    private CancellationTokenSource? _deadlineToken;
    private volatile bool _deadlinePassed;

    private void StartDeadline(string header)
    {
        if (!GrpcTimeout.TryDecode(header, out var timeout))
        {
            GrpcServerLog.TimeoutIgnored(_runtime.Logger, MethodCore, header);
            return;
        }

        if (timeout > GrpcTimeout.Longest)
        {
            return;
        }

        _deadline = _runtime.Time.GetUtcNow().UtcDateTime + timeout;
        _deadlineAnswered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _deadlineTimer = _runtime.Time.CreateTimer(
            static state => _ = ((HttpServerCallContext)state!).DeadlinePassedAsync(), this, timeout, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The handler's token if there is a deadline; null without one.</summary>
    private CancellationToken? DeadlineToken()
    {
        if (_deadlineTimer is null)
        {
            return null;
        }

        if (_deadlineToken is null)
        {
            var source = CancellationTokenSource.CreateLinkedTokenSource(HttpContext.RequestAborted);
            if (Interlocked.CompareExchange(ref _deadlineToken, source, null) is not null)
            {
                source.Dispose();
            }

            if (_deadlinePassed)
            {
                _deadlineToken.Cancel();
            }
        }

        return _deadlineToken.Token;
    }

    private Task DeadlineAnswered() => _deadlineAnswered?.Task ?? Task.CompletedTask;

    private void StopDeadline()
    {
        _deadlineTimer?.Dispose();
        _deadlineToken?.Dispose();
    }

    private async Task DeadlinePassedAsync()
    {
        _deadlinePassed = true;
        var phase = Interlocked.CompareExchange(ref _phase, CallPhase.Over, CallPhase.Idle);
        if (phase == CallPhase.Idle)
        {
            await AnswerDeadlineAsync();
        }
        else if (phase == CallPhase.Writing)
        {
            // A write that gets through lets the answer out when it ends. One that does not waits for a client which
            // has stopped reading and would not read the answer either.
            await CancelHandlerAsync();
            await Task.Delay(UnreadGrace, _runtime.Time);
            if (Interlocked.CompareExchange(ref _phase, CallPhase.Over, CallPhase.Writing) == CallPhase.Writing)
            {
                Reset(ResetCancel);
                _deadlineAnswered!.TrySetResult();
            }
        }
    }

    private async Task AnswerDeadlineAsync()
    {
        GrpcServerLog.DeadlinePassed(_runtime.Logger, MethodCore);
        var cancelling = CancelHandlerAsync();
        try
        {
            _status = new Status(StatusCode.DeadlineExceeded, "Deadline Exceeded");
            SendStatus();
            await HttpContext.Response.CompleteAsync().WaitAsync(UnreadGrace, _runtime.Time);

            // Ends reads of the request that are still waiting.
            Reset(ResetNoError);
        }
        catch (Exception exception)
        {
            GrpcServerLog.DeadlineAnswerLost(_runtime.Logger, MethodCore, exception);
            Reset(ResetCancel);
        }

        await cancelling;
        _deadlineAnswered!.TrySetResult();
    }

    private async Task CancelHandlerAsync()
    {
        try
        {
            await (_deadlineToken?.CancelAsync() ?? Task.CompletedTask);
        }
        catch (Exception exception)
        {
            // A callback of the handler threw, or the handler ended at this moment.
            GrpcServerLog.CallCancelled(_runtime.Logger, MethodCore, exception);
        }
    }

    private void Reset(int code)
    {
        if (HttpContext.Features.Get<IHttpResetFeature>() is { } feature)
        {
            feature.Reset(code);
        }
        else if (code != ResetNoError)
        {
            HttpContext.Abort();
        }
    }
}
