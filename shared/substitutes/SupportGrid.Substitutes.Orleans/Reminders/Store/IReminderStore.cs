namespace SupportGrid.Substitutes.Orleans;

/// <summary>Keeps reminders. Register your own to have them outlive the process.</summary>
/// <remarks>
/// The engine reads all of them when it starts and then writes only; it never calls two operations for the same grain
/// at once. A task that ends means that the change is as durable as the store can make it.
/// </remarks>
public interface IReminderStore
{
    /// <summary>All reminders.</summary>
    Task<IReadOnlyList<ReminderRecord>> ReadAllAsync(CancellationToken cancellationToken);

    /// <summary>Adds a reminder, or replaces the one of the same grain and name.</summary>
    Task UpsertAsync(ReminderRecord reminder, CancellationToken cancellationToken);

    /// <summary>Removes a reminder; nothing happens if it is not there.</summary>
    Task RemoveAsync(GrainId grainId, string name, CancellationToken cancellationToken);
}
