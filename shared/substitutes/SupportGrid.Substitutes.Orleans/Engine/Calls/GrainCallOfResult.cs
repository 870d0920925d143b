using Orleans.Serialization.Invocation;
using SupportGrid.Substitutes.Orleans.Engine.Copying;
using SupportGrid.Substitutes.Orleans.Engine.Turns;

namespace SupportGrid.Substitutes.Orleans.Engine.Calls;

/// <inheritdoc/>
/// <remarks>
/// The caller's task ends once: with the result, an error, the timeout or the caller's cancellation, whichever is
/// first. Only the mailbox's turns touch the rest. The task ends inside a turn, from where no other scheduler's
/// continuation is ever run inline: it needs no thread of the pool to go on, and in a simulation there is none.
/// </remarks>
internal sealed class GrainCall<TArgs, TResult> : GrainCall
    where TArgs : struct
{
    private static readonly Task<TResult> s_sent = Task.FromResult(default(TResult)!);

    private readonly GrainMethod<TArgs, TResult> _method;
    private readonly TaskCompletionSource<TResult>? _answer;
    private readonly CallCancellation? _cancellation;
    private Task? _work;
    private bool _isFiltered;
    private TArgs _arguments;

    internal GrainCall(
        GrainReference target, IGrainContext? source, GrainMethod<TArgs, TResult> method, in TArgs arguments)
        : base(target, source)
    {
        _method = method;
        _arguments = method.CopyArguments(arguments);
        _answer = method.IsOneWay ? null : new();
        if (method.TokenIndex >= 0 && method.Token(arguments) is { CanBeCanceled: true } token)
        {
            _cancellation = new CallCancellation(this, Cancel, token);
            _arguments = method.WithToken(_arguments, _cancellation.Token);
        }
    }

    internal override GrainMethod Method => _method;

    /// <summary>Ends with the call.</summary>
    internal Task<TResult> Answer => _answer?.Task ?? s_sent;

    internal TArgs Arguments => _arguments;

    /// <summary>Follows the caller's cancellation token from here on.</summary>
    internal void Sent() => _cancellation?.Arm();

    internal override void Start(Mailbox mailbox)
    {
        if (_answer is { Task.IsCompleted: true })
        {
            // Timed out or cancelled while it waited: nobody wants the answer.
            mailbox.Ended(this);
            return;
        }

        var target = (IInvocationTarget)mailbox;
        _isFiltered = target.HasFilters;
        _work = _isFiltered ? target.InvokeFiltered(this) : InvokeOn(target);
        if (_work.IsCompleted)
        {
            Finish();
        }
        else
        {
            _work.GetAwaiter().UnsafeOnCompleted(Finish);
        }
    }

    internal override void Reject(Exception error) => Settle(default!, error);

    internal override void TimeOut(TimeSpan timeout)
    {
        Settle(default!, new TimeoutException($"No response within {timeout} to {Description}."));
        if (Target.Engine.CancelsOnTimeout)
        {
            _cancellation?.Cancel();
        }
    }

    internal override IInvokable AsInvokable(object? target) => new Invokable<TArgs>(
        target,
        _method,
        () => _arguments,
        changed => _arguments = _method.FromArray(changed),
        _cancellation?.Token ?? default);

    internal override Task InvokeOn(IInvocationTarget target)
    {
        try
        {
            return (Task?)_method.Invoke(target.Instance, _arguments)
                ?? Task.FromException(new InvalidOperationException($"{Method.ActivityName} returned no task."));
        }
#pragma warning disable CA1031 // Whatever a grain method throws belongs to the caller.
        catch (Exception error)
#pragma warning restore CA1031
        {
            return Task.FromException(error);
        }
    }

    internal override Response ResponseOf(Task work) => Response.FromResult<object?>(
        typeof(TResult) == typeof(VoidResult) ? null : ((Task<TResult>)work).Result);

    private void Finish()
    {
        var target = (IInvocationTarget)Mailbox!;
        var result = default(TResult)!;
        var error = ErrorOf(_work!);
        if (error is null && _answer is not null)
        {
            error = TryCopyResult(ref result);
        }

        if (error is not null)
        {
            target.Failed(this, error);
        }

        Mailbox!.Ended(this);
        Settle(result, error is null ? null : ExceptionRules.Arriving(error));
    }

    private Exception? TryCopyResult(ref TResult result)
    {
        try
        {
            if (typeof(TResult) != typeof(VoidResult))
            {
                result = _method.CopyResult(
                    _isFiltered ? (TResult)((Task<object?>)_work!).Result! : ((Task<TResult>)_work!).Result);
            }

            return null;
        }
#pragma warning disable CA1031 // A result that cannot travel is the caller's error too.
        catch (Exception error)
#pragma warning restore CA1031
        {
            return error;
        }
    }

    private void Cancel(CancellationToken token) => Settle(default!, new OperationCanceledException(token));

    private void Settle(TResult result, Exception? error)
    {
        if (_answer is null)
        {
            _cancellation?.Dispose();
            return;
        }

        var settled = error is null ? _answer.TrySetResult(result) : _answer.TrySetException(error);
        if (settled)
        {
            AwaitedIn?.Remove(this);
            _cancellation?.Dispose();
        }
    }

    private static Exception? ErrorOf(Task work) => work.Status switch
    {
        TaskStatus.RanToCompletion => null,
        TaskStatus.Canceled => new TaskCanceledException(work),
        _ => work.Exception!.InnerException,
    };
}
