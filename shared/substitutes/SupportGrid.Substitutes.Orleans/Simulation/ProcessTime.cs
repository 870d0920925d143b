namespace SupportGrid.Substitutes.Orleans.Simulation;

/// <summary>The clock as one simulated process sees it: its timers go with the process.</summary>
internal sealed class ProcessTime(SimulatedTime time) : TimeProvider
{
    public override long TimestampFrequency => time.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => time.LocalTimeZone;

    public override DateTimeOffset GetUtcNow() => time.GetUtcNow();

    public override long GetTimestamp() => time.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        time.CreateTimer(callback, state, dueTime, period, owner: this);

    internal void Drop() => time.Drop(this);
}
