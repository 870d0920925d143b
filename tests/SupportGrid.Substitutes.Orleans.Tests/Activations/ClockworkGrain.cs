namespace SupportGrid.Substitutes.Orleans.Tests.Activations;

public interface IClockwork : IGrainWithStringKey
{
    Task StartTimer(TimeSpan due, TimeSpan period, bool interleave, bool keepAlive);

    Task StartSlowTimer(TimeSpan due, TimeSpan period, TimeSpan duration);

    Task StartFailingTimer(TimeSpan period);

    Task StartSelfChangingTimer(TimeSpan due, TimeSpan next);

    Task StartOverlappingTimer(TimeSpan due);

    Task StartWaitingTimer(TimeSpan due);

    Task ChangeTimer(TimeSpan due, TimeSpan period);

    [AlwaysInterleave]
    Task StopTimer();

    Task<int> TicksDuring(TimeSpan wait);

    /// <summary>Virtual times of the ticks, in milliseconds.</summary>
    Task<List<int>> Ticks();
}

public sealed class ClockworkGrain(TimeProvider time) : Grain, IClockwork
{
    private readonly List<int> _ticks = [];
    private IGrainTimer? _timer;

    public Task StartTimer(TimeSpan due, TimeSpan period, bool interleave, bool keepAlive) =>
        Keep(this.RegisterGrainTimer(
            Tick, new GrainTimerCreationOptions(due, period) { Interleave = interleave, KeepAlive = keepAlive }));

    public Task StartSlowTimer(TimeSpan due, TimeSpan period, TimeSpan duration) => Keep(this.RegisterGrainTimer(
        async wait =>
        {
            await Tick();
            await Task.Delay(wait, time);
        },
        duration,
        due,
        period));

    public Task StartFailingTimer(TimeSpan period) => Keep(this.RegisterGrainTimer(
        () =>
        {
            Tick();
            throw new FormatException("as asked");
        },
        period,
        period));

    public Task StartSelfChangingTimer(TimeSpan due, TimeSpan next) => Keep(this.RegisterGrainTimer(
        () =>
        {
            _timer!.Change(next, Timeout.InfiniteTimeSpan);
            return Tick();
        },
        due,
        Timeout.InfiniteTimeSpan));

    public Task StartOverlappingTimer(TimeSpan due) => Keep(this.RegisterGrainTimer(
        async () =>
        {
            await Tick();
            _timer!.Change(due, Timeout.InfiniteTimeSpan);
            await Task.Delay(due * 3, time);
        },
        due,
        Timeout.InfiniteTimeSpan));

    public Task StartWaitingTimer(TimeSpan due) => Keep(this.RegisterGrainTimer(
        async token =>
        {
            await Tick();
            var ended = new TaskCompletionSource();
            await using var registration = token.Register(ended.SetResult);
            await ended.Task;
            await Tick();
        },
        due,
        Timeout.InfiniteTimeSpan));

    public Task ChangeTimer(TimeSpan due, TimeSpan period)
    {
        _timer!.Change(due, period);
        return Task.CompletedTask;
    }

    public Task StopTimer()
    {
        _timer!.Dispose();
        return Task.CompletedTask;
    }

    public async Task<int> TicksDuring(TimeSpan wait)
    {
        var before = _ticks.Count;
        await Task.Delay(wait, time);
        return _ticks.Count - before;
    }

    public Task<List<int>> Ticks() => Task.FromResult(_ticks);

    private Task Tick()
    {
        _ticks.Add((int)(time.GetUtcNow() - new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)).TotalMilliseconds);
        return Task.CompletedTask;
    }

    private Task Keep(IGrainTimer timer)
    {
        _timer = timer;
        return Task.CompletedTask;
    }
}
