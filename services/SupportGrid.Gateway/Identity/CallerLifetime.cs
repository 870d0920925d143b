using Grpc.Core;
using SupportGrid.Gateway.Edge;
using SupportGrid.Gateway.Health;

namespace SupportGrid.Gateway.Identity;

/// <summary>
/// How long a stream may live: until the client goes, until the token expires, or until the gateway drains, whichever
/// is first. Use <see cref="Token"/> for every wait of the stream; when a wait is cancelled, <see cref="Ending"/> says
/// what the client is to be told.
/// </summary>
public sealed class CallerLifetime : IDisposable
{
    private readonly CancellationTokenSource _expiry;
    private readonly CancellationTokenSource _any;
    private readonly CancellationToken _draining;
    private readonly CancellationToken _call;

    private CallerLifetime(CancellationTokenSource expiry, CancellationToken draining, CancellationToken call)
    {
        _expiry = expiry;
        _draining = draining;
        _call = call;
        _any = CancellationTokenSource.CreateLinkedTokenSource(expiry.Token, draining, call);
    }

    /// <summary>Cancelled at the end of the lifetime.</summary>
    public CancellationToken Token => _any.Token;

    /// <summary>Why the stream ends; null while it may live, and when the client went by itself.</summary>
    public RpcException? Ending =>
        _call.IsCancellationRequested ? null
        : _expiry.IsCancellationRequested ? EdgeErrors.TokenExpired()
        : _draining.IsCancellationRequested ? EdgeErrors.Draining()
        : null;

    /// <summary>A lifetime that starts now. A token that has already expired ends it at once.</summary>
    public static CallerLifetime Begin(Caller caller, IDrain drain, TimeProvider time, CancellationToken call)
    {
        var left = caller.ExpiresAt - time.GetUtcNow();
        var expiry = new CancellationTokenSource(
            left > TimeSpan.Zero ? Min(left, TimerMax) : TimeSpan.Zero, time);
        return new CallerLifetime(expiry, drain.Draining, call);
    }

    public void Dispose()
    {
        _any.Dispose();
        _expiry.Dispose();
    }

    /// <summary>The longest time that a timer takes; tokens end much sooner.</summary>
    private static readonly TimeSpan TimerMax = TimeSpan.FromDays(45);

    private static TimeSpan Min(TimeSpan left, TimeSpan right) => left < right ? left : right;
}
