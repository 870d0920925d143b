namespace SupportGrid.Substitutes.Orleans.Tests.Activations;

public sealed class ReminderLog
{
    public List<string> Lines { get; } = [];

    public int Activations { get; set; }

    public bool Fails { get; set; }
}

public interface IReminded : IRemindable, IGrainWithStringKey
{
    Task Remind(string name, TimeSpan due, TimeSpan period);

    Task Forget(string name);

    Task<List<string>> Names();
}

public sealed class RemindedGrain(ReminderLog log) : Grain, IReminded
{
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        log.Activations++;
        return Task.CompletedTask;
    }

    public Task Remind(string name, TimeSpan due, TimeSpan period) => this.RegisterOrUpdateReminder(name, due, period);

    public async Task Forget(string name) => await this.UnregisterReminder((await this.GetReminder(name))!);

    public async Task<List<string>> Names() =>
        [.. (await this.GetReminders()).Select(reminder => reminder.ReminderName)];

    public Task ReceiveReminder(string reminderName, TickStatus status)
    {
        log.Lines.Add($"{reminderName} at {status.CurrentTickTime.TimeOfDay:c}");
        return log.Fails ? Task.FromException(new FormatException("as asked")) : Task.CompletedTask;
    }
}

public interface IUnremindable : IGrainWithStringKey
{
    Task Remind();
}

public sealed class UnremindableGrain : Grain, IUnremindable
{
    public Task Remind() => this.RegisterOrUpdateReminder("x", TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));
}
