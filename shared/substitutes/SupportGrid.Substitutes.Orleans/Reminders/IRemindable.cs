namespace Orleans;

/// <summary>A grain that can be reminded.</summary>
public interface IRemindable : IGrain
{
    /// <summary>Runs when a reminder is due. The grain is activated for it if need be.</summary>
    Task ReceiveReminder(string reminderName, TickStatus status);
}
