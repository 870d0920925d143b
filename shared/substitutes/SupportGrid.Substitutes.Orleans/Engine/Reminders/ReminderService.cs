namespace SupportGrid.Substitutes.Orleans.Engine.Reminders;

/// <summary>Keeps reminders in their store and ticks them.</summary>
internal sealed class ReminderService(GrainEngine engine, IReminderStore? store) : IReminderRegistry, IDisposable
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<(GrainId GrainId, string Name), ReminderTicker> _tickers = [];
    private bool _isStopped;

    private IReminderStore Store => store
        ?? throw new InvalidOperationException("Reminders are not configured: call AddReminders on the silo builder.");

    /// <summary>Loads and starts all reminders.</summary>
    internal async Task StartAsync(CancellationToken cancellationToken)
    {
        if (store is null)
        {
            return;
        }

        foreach (var record in await store.ReadAllAsync(cancellationToken))
        {
            Start(record);
        }
    }

    public async Task<IGrainReminder> RegisterOrUpdate(GrainId grainId, string name, TimeSpan dueTime, TimeSpan period)
    {
        var minimum = engine.ReminderLimits.MinimumReminderPeriod;
        if (period < minimum)
        {
            throw new ArgumentException(
                $"The period {period} of reminder '{name}' is shorter than {minimum}.", nameof(period));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(dueTime, TimeSpan.Zero);
        var record = new ReminderRecord(grainId, name, engine.Time.GetUtcNow() + dueTime, period);
        await Store.UpsertAsync(record, CancellationToken.None);
        return Start(record);
    }

    public async Task Unregister(GrainId grainId, IGrainReminder reminder)
    {
        await Store.RemoveAsync(grainId, reminder.ReminderName, CancellationToken.None);
        lock (_gate)
        {
            if (_tickers.Remove((grainId, reminder.ReminderName), out var ticker))
            {
                ticker.Dispose();
            }
        }
    }

    public Task<IGrainReminder?> Get(GrainId grainId, string name)
    {
        lock (_gate)
        {
            return Task.FromResult<IGrainReminder?>(_tickers.GetValueOrDefault((grainId, name)));
        }
    }

    public Task<List<IGrainReminder>> GetAll(GrainId grainId)
    {
        lock (_gate)
        {
            return Task.FromResult<List<IGrainReminder>>(
                [.. _tickers.Where(entry => entry.Key.GrainId == grainId).Select(entry => entry.Value)]);
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _isStopped = true;
            foreach (var ticker in _tickers.Values)
            {
                ticker.Dispose();
            }
        }
    }

    private ReminderTicker Start(ReminderRecord record)
    {
        var key = (record.GrainId, record.Name);
        var ticker = new ReminderTicker(engine, record);
        lock (_gate)
        {
            if (_tickers.Remove(key, out var replaced))
            {
                replaced.Dispose();
            }

            _tickers.Add(key, ticker);
            if (!_isStopped)
            {
                ticker.Start();
            }
        }

        return ticker;
    }
}
