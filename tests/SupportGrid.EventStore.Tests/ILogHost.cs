namespace SupportGrid.EventStore.Tests;

/// <summary>Opens one and the same log again and again, whatever provider stores it.</summary>
public interface ILogHost : IAsyncDisposable
{
    ValueTask<LogUnderTest> OpenAsync(Func<EventStoreOptions, EventStoreOptions> adjust);
}
