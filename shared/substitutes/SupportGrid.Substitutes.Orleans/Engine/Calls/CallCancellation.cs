namespace SupportGrid.Substitutes.Orleans.Engine.Calls;

/// <summary>
/// Carries a caller's cancellation to the callee: the caller goes on at once, the callee hears of it in a turn.
/// </summary>
internal sealed class CallCancellation(
    GrainCall call, Action<CancellationToken> endAnswer, CancellationToken callersToken)
    : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private CancellationTokenRegistration _registration;
    private volatile bool _isOver;

    /// <summary>What the callee gets in place of the caller's token.</summary>
    internal CancellationToken Token => _source.Token;

    internal void Arm()
    {
        _registration = callersToken.UnsafeRegister(
            static state => ((CallCancellation)state!).OnCallerCancelled(), this);
        if (_isOver)
        {
            // The call ended before this line: nobody else will end the registration.
            _registration.Unregister();
        }
    }

    /// <summary>Cancels the callee's token in a turn of the callee, where its callbacks are safe.</summary>
    internal void Cancel()
    {
        if (call.Mailbox is { } mailbox && !mailbox.TryWithdraw(call))
        {
            mailbox.RunInTurn(static source => ((CancellationTokenSource)source!).Cancel(), _source);
        }
    }

    public void Dispose()
    {
        _isOver = true;
        _registration.Unregister();
    }

    private void OnCallerCancelled()
    {
        Cancel();
        endAnswer(callersToken);
    }
}
