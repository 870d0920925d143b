namespace SupportGrid.EventStore.Tests.Suite;

/// <summary>
/// What every provider must do. A suite is written against the interfaces; a provider runs it by deriving from it and
/// giving a host.
/// </summary>
public abstract class LogSuite : IAsyncLifetime
{
    private ILogHost? _host;
    private LogUnderTest? _log;

    internal LogUnderTest Log => _log ?? throw new InvalidOperationException("The log is not open yet.");

    internal IEventStore Store => Log.Store;

    internal IEventFeed Feed => Log.Feed;

    protected abstract ILogHost NewHost();

    public async Task InitializeAsync()
    {
        _host = NewHost();
        _log = await _host.OpenAsync(options => options);
    }

    public async Task DisposeAsync()
    {
        await Log.Owner.DisposeAsync();
        await _host!.DisposeAsync();
    }

    /// <summary>Closes the log and opens it again, perhaps with other limits.</summary>
    internal async Task ReopenAsync(Func<EventStoreOptions, EventStoreOptions>? adjust = null)
    {
        await Log.Owner.DisposeAsync();
        _log = await _host!.OpenAsync(adjust ?? (options => options));
    }

    /// <summary>Opens another log, empty, that the test closes itself.</summary>
    internal async Task<(LogUnderTest Log, ILogHost Host)> OpenAnotherAsync()
    {
        var host = NewHost();
        return (await host.OpenAsync(options => options), host);
    }

    internal async Task<AppendResult.Appended> AppendAsync(AppendRequest request) =>
        Assert.IsType<AppendResult.Appended>(await Store.AppendAsync(request).Within("an append"));

    internal Task<AppendResult.Appended> AppendAsync(string stream, long expectedVersion, int events = 1) =>
        AppendAsync(Given.Append(stream, expectedVersion, events));

    internal async Task<IReadOnlyList<RecordedEvent>> StreamAsync(string stream, string tenant = Given.Tenant) =>
        await Store.ReadStreamAsync(tenant, stream, 0, 10_000);

    /// <summary>The whole log, page by page.</summary>
    internal async Task<List<RecordedEvent>> WholeLogAsync()
    {
        var events = new List<RecordedEvent>();
        var after = 0L;
        while (true)
        {
            var page = await Feed.ReadAsync(new FeedQuery(after, 100));
            events.AddRange(page.Events);
            after = page.Through;
            if (page.IsLast)
            {
                return events;
            }
        }
    }
}
