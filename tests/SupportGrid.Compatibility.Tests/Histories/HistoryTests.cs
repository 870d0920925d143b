using System.IO.Compression;
using System.Text;
using SupportGrid.Contracts.Events;
using SupportGrid.Domain.Agents;
using SupportGrid.Domain.Configurations;
using SupportGrid.Domain.Customers;
using SupportGrid.Domain.Interactions;
using SupportGrid.Domain.Queues;
using SupportGrid.Domain.Routing;
using SupportGrid.EventStore;
using SupportGrid.EventStore.Archive;
using SupportGrid.EventStore.Sqlite;
using SupportGrid.Kernel;

namespace SupportGrid.Compatibility.Tests.Histories;

/// <summary>
/// Whole logs that earlier versions exported must be imported, folded and explained by today's code. Files are added,
/// never changed or removed.
/// </summary>
public sealed class HistoryTests
{
    public static TheoryData<string> Histories() =>
        [.. Directory.GetFiles(Folder(), "*.jsonl.gz").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Histories))]
    public async Task Every_stream_folds_and_every_interaction_is_closed(string history)
    {
        var streams = (await ReadAsync(history)).GroupBy(e => e.Stream).ToList();
        Assert.All(streams, stream => Fold(stream.Key, [.. stream.Select(Decoded)]));
        Assert.Contains(streams, s => s.Key.StartsWith("interaction/", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Histories))]
    public async Task Every_decision_comes_out_the_same(string history)
    {
        var decisions = (await ReadAsync(history)).Select(Decoded).OfType<OfferIssued>().ToList();
        Assert.NotEmpty(decisions);
        Assert.All(decisions, issued =>
        {
            var replay = DecisionReplay.Replay(Encoding.UTF8.GetBytes(issued.Decision));
            Assert.True(replay.Same, $"{issued.Offer}: {string.Join("; ", replay.Differences)}");
        });
    }

    private static void Fold(string stream, object[] events)
    {
        switch (stream[..stream.IndexOf('/', StringComparison.Ordinal)])
        {
            case "interaction":
                Assert.IsType<Interaction.Closed>(Fold<InteractionDecider, Interaction, InteractionCommand, InteractionEvent>(events));
                break;
            case "agent":
                Fold<AgentDecider, AgentSession, AgentCommand, AgentEvent>(events);
                break;
            case "customer":
                Fold<CustomerDecider, Customer, CustomerCommand, CustomerEvent>(events);
                break;
            case "queue":
                Fold<QueueDecider, QueueState, QueueCommand, QueueEvent>(events);
                break;
            case "configuration":
                Fold<ConfigurationDecider, Configuration, ConfigurationCommand, ConfigurationEvent>(events);
                break;
            default:
                Assert.Fail($"No fold for {stream}.");
                break;
        }
    }

    private static TState Fold<TDecider, TState, TCommand, TEvent>(object[] events)
        where TDecider : IDecider<TState, TCommand, TEvent> =>
        events.Cast<TEvent>().Aggregate(TDecider.Initial, TDecider.Evolve);

    private static object Decoded(RecordedEvent recorded) =>
        EventCodec.Default.Decode(recorded.Type, recorded.SchemaVersion, recorded.Data);

    private static async Task<IReadOnlyList<RecordedEvent>> ReadAsync(string history)
    {
        var folder = Directory.CreateTempSubdirectory("supportgrid-history-").FullName;
        try
        {
            await using var store = await SqliteEventStore.OpenAsync(new EventStoreOptions { DataFolder = folder });
            await using var file = File.OpenRead(Path.Combine(Folder(), history));
            await using var lines = new GZipStream(file, CompressionMode.Decompress);
            await LogArchive.ImportAsync(store, lines);
            var page = await store.ReadAsync(new FeedQuery(0, 10_000));
            Assert.Equal(store.Head, page.Events[^1].Position);
            return page.Events;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Folder() => Path.Combine(AppContext.BaseDirectory, "Histories");
}
