namespace SupportGrid.Substitutes.Orleans.Engine.Reminders;

/// <summary>Ticks one reminder: the first time when it is due, then at whole periods from there.</summary>
/// <remarks>A tick that is still running when the next is due makes that one be left out.</remarks>
internal sealed class ReminderTicker : IGrainReminder, IDisposable
{
    private readonly GrainEngine _engine;
    private readonly ReminderRecord _record;
    private readonly IRemindable _grain;
    private readonly ITimer _timer;

    internal ReminderTicker(GrainEngine engine, ReminderRecord record)
    {
        _engine = engine;
        _record = record;
        _grain = (IRemindable)engine.GetReference(record.GrainId, typeof(IRemindable));
        _timer = engine.CreateTimer(() => _ = TickAsync(), Timeout.InfiniteTimeSpan);
    }

    public string ReminderName => _record.Name;

    public void Dispose() => _timer.Dispose();

    internal void Start() => _timer.Change(
        Late() == TimeSpan.Zero ? TimeSpan.Zero : UntilNext(), Timeout.InfiniteTimeSpan);

    private async Task TickAsync()
    {
        var now = _engine.Time.GetUtcNow();
        var status = new TickStatus(_record.FirstTick.UtcDateTime, _record.Period, now.UtcDateTime);
        try
        {
            await _grain.ReceiveReminder(_record.Name, status);
        }
#pragma warning disable CA1031 // A failing tick must not stop the reminder.
        catch (Exception error)
#pragma warning restore CA1031
        {
            _engine.Log.ReminderFailed(_record.Name, _record.GrainId.ToString(), error);
        }

        _timer.Change(UntilNext(), Timeout.InfiniteTimeSpan);
    }

    private TimeSpan Late() => _engine.Time.GetUtcNow() - _record.FirstTick;

    /// <summary>Never zero: a tick that has just been sent is not due again.</summary>
    private TimeSpan UntilNext()
    {
        var late = Late();
        return late < TimeSpan.Zero
            ? late.Negate()
            : _record.Period - TimeSpan.FromTicks(late.Ticks % _record.Period.Ticks);
    }
}
