using SupportGrid.EventStore.Archive;

namespace SupportGrid.EventStore.Tests;

/// <summary>An open log by its parts.</summary>
public sealed record LogUnderTest(
    IEventStore Store, IEventFeed Feed, ISnapshotStore Snapshots, IArchivableLog Archive, IAsyncDisposable Owner);
