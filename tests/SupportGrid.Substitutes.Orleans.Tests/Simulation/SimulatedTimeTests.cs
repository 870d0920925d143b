namespace SupportGrid.Substitutes.Orleans.Tests.Simulation;

public sealed class SimulatedTimeTests
{
    private readonly SimulatedTime _time = new(new DateTimeOffset(2026, 5, 1, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Time_StandsStillUntilAdvanced()
    {
        var start = _time.GetTimestamp();

        _time.Advance(TimeSpan.FromSeconds(90));

        Assert.Equal(new DateTimeOffset(2026, 5, 1, 12, 1, 30, TimeSpan.Zero), _time.GetUtcNow());
        Assert.Equal(TimeSpan.FromSeconds(90), _time.GetElapsedTime(start));
    }

    [Fact]
    public void Timers_FireInOrderEachAtItsInstant()
    {
        var fired = new List<string>();
        using var second = Timer("b", 2, Timeout.InfiniteTimeSpan);
        using var first = Timer("a", 1, TimeSpan.FromSeconds(1));
        using var never = Timer("never", 10, Timeout.InfiniteTimeSpan);

        _time.Advance(TimeSpan.FromSeconds(3));

        Assert.Equal(["a 1", "b 2", "a 2", "a 3"], fired);

        ITimer Timer(string name, int due, TimeSpan period) => _time.CreateTimer(
            _ => fired.Add($"{name} {_time.Elapsed.TotalSeconds}"), null, TimeSpan.FromSeconds(due), period);
    }

    [Fact]
    public void Timer_ChangedOrDisposed_FiresAsToldLast()
    {
        var fired = 0;
        var timer = _time.CreateTimer(_ => fired++, null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);

        timer.Change(TimeSpan.FromSeconds(5), Timeout.InfiniteTimeSpan);
        _time.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal(0, fired);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, fired);
        timer.Change(TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        timer.Dispose();
        _time.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(1, fired);
        Assert.False(timer.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan));
    }

    [Fact]
    public async Task Delay_EndsWhenTimeHasPassed()
    {
        var delay = Task.Delay(TimeSpan.FromSeconds(1), _time);

        Assert.False(delay.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1));

        await delay;
    }
}
