namespace SupportGrid.Substitutes.Orleans;

/// <summary>Keeps reminders in memory. They are gone with this object.</summary>
public sealed class InMemoryReminderStore : IReminderStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(GrainId GrainId, string Name), ReminderRecord> _records = [];

    /// <inheritdoc/>
    public Task<IReadOnlyList<ReminderRecord>> ReadAllAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult<IReadOnlyList<ReminderRecord>>(
            [
                .. _records.Values.OrderBy(record => record.GrainId)
                    .ThenBy(record => record.Name, StringComparer.Ordinal),
            ]);
        }
    }

    /// <inheritdoc/>
    public Task UpsertAsync(ReminderRecord reminder, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _records[(reminder.GrainId, reminder.Name)] = reminder;
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task RemoveAsync(GrainId grainId, string name, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _records.Remove((grainId, name));
        }

        return Task.CompletedTask;
    }
}
