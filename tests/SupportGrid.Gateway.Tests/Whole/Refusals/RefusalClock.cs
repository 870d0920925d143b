namespace SupportGrid.Gateway.Tests.Whole.Refusals;

/// <summary>
/// The machine's clock, some way ahead. A step moves instants and no timer: as on a machine whose clock was set, a
/// deadline is over before anything has noticed.
/// </summary>
internal sealed class RefusalClock : TimeProvider
{
    private long _aheadTicks;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref _aheadTicks));

    public void StepTo(DateTimeOffset instant) =>
        Interlocked.Add(ref _aheadTicks, Math.Max(0, (instant - GetUtcNow()).Ticks));
}
