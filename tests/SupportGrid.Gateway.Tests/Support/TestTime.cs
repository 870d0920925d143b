namespace SupportGrid.Gateway.Tests.Support;

/// <summary>A clock that stands until it is moved.</summary>
internal sealed class TestTime(DateTimeOffset now) : TimeProvider
{
    public static readonly DateTimeOffset Noon = new(2030, 5, 6, 12, 0, 0, TimeSpan.Zero);

    private DateTimeOffset _now = now;

    public TestTime()
        : this(Noon)
    {
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => _now;

    public override long GetTimestamp() => _now.Ticks;

    public void Move(TimeSpan by) => _now += by;
}
