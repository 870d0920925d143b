using Microsoft.Extensions.DependencyInjection;
using SupportGrid.Contracts.Events;
using SupportGrid.Contracts.Grains;
using SupportGrid.EventSourcing;
using SupportGrid.EventStore;
using SupportGrid.EventStore.Sqlite;
using SupportGrid.Silo;
using SupportGrid.Silo.Empathy.External;
using SupportGrid.Silo.Hosting;
using SupportGrid.Substitutes.Orleans.Simulation;

namespace SupportGrid.Simulation.Tests.World;

/// <summary>The real actors over the real store, on one thread and virtual time.</summary>
internal sealed class Centre : IAsyncDisposable
{
    private const int PageEvents = 1_024;

    private readonly DirectoryInfo _folder;
    private readonly SqliteEventStore _store;
    private readonly List<Answer> _answers = [];
    private readonly List<(DateTimeOffset, DateTimeOffset)> _downtimes = [];
    private readonly SimulatedRandom _repeats;
    private readonly List<Task> _lives = [];
    private DateTimeOffset _downSince;
    private int _requests;

    private Centre(ulong seed, Plant plant, bool detectsEscapes, DirectoryInfo folder, SqliteEventStore store)
    {
        _folder = folder;
        _store = store;
        // Apart from the cluster's own numbers, which start from the seed itself.
        var drawn = new SimulatedRandom(seed ^ 0x5347_5349_4D55_4C41);
        Scenario = Scenario.Draw(drawn.Fork());
        _repeats = drawn.Fork();
        var ids = new SeededIds(drawn.Fork());
        var weather = drawn.Fork();
        var disk = drawn.Fork();
        var outside = drawn.Fork();
        Cluster = new SimulatedCluster(
            seed,
            silo =>
            {
                silo.Services.AddSingleton(plant.Around((IEventStore)new StoreWeather(this, disk, _store)));
                silo.Services.AddSingleton<IEventFeed>(_store);
                silo.Services.AddSingleton<ISnapshotStore>(_store);
                silo.Services.AddSingleton<IEventIds>(ids);
                silo.Services.AddSingleton<IReactionHandler>(services => new Weather(
                    this,
                    weather,
                    plant.Around(new GrainReactionHandler(services.GetRequiredService<IGrainFactory>()))));
                silo.Services.AddSingleton<IExternalReader>(new Outside(this, outside));
                silo.AddSupportGridActors();
                silo.UseInMemoryReminderService();
            },
            new SimulationOptions { DetectsEscapes = detectsEscapes, VirtualTimeMax = TimeSpan.FromHours(6) });
    }

    public SimulatedCluster Cluster { get; }

    public Scenario Scenario { get; }

    public DateTimeOffset Now => Cluster.Time.GetUtcNow();

    /// <summary>How often an append failed on purpose.</summary>
    public int StoreFailures { get; private set; }

    /// <summary>Nothing goes wrong on purpose any more, and everybody works towards the end.</summary>
    public bool IsDraining { get; set; }

    public static async Task<Centre> OpenAsync(ulong seed, Plant plant, bool detectsEscapes)
    {
        var folder = Directory.CreateTempSubdirectory("simulation-");
        var store = await SqliteEventStore.OpenAsync(new EventStoreOptions
        {
            DataFolder = folder.FullName,
            Inline = true,
            Durable = false,
            CheckOnOpen = false,
        });
        return new Centre(seed, plant, detectsEscapes, folder, store);
    }

    /// <summary>
    /// Asks as a gateway does: the same request again until there is an answer, sometimes once more after it.
    /// </summary>
    public async Task<CommandReply> AskAsync(string stream, object command, Func<IGrainFactory, CommandMeta, Task<CommandReply>> ask)
    {
        var meta = new CommandMeta($"r-{++_requests}", null, "client", null);
        var times = _repeats.Chance(Scenario.RepeatChance) ? 2 : 1;
        CommandReply? reply = null;
        while (times > 0)
        {
            await UpAsync();
            try
            {
                reply = await ask(Cluster.GrainFactory, meta);
                _answers.Add(new Answer(stream, meta.RequestId, command, reply.Refusal, reply.Version, reply.Repeated, Now));
                times--;
            }
            catch (Exception e) when (IsOutcomeUnknown(e))
            {
                // The process died under the call, or the disk failed: what became of it is not known.
                await PauseAsync(TimeSpan.FromSeconds(1));
            }
        }

        return reply!;
    }

    /// <summary>Starts somebody who lives outside of the process; what they throw fails the run.</summary>
    public void Start(string name, Func<Task> life) => _lives.Add(Cluster.Start(name, life));

    public void ThrowIfSomebodyFailed()
    {
        if (_lives.FirstOrDefault(l => l.IsFaulted) is { Exception: { } failed })
        {
            throw new InvalidOperationException("Somebody outside of the process failed.", failed);
        }
    }

    /// <summary>Reads, and again while the process is down.</summary>
    public async Task<T> ReadAsync<T>(Func<IGrainFactory, Task<T>> read)
    {
        while (true)
        {
            await UpAsync();
            try
            {
                return await read(Cluster.GrainFactory);
            }
            catch (Exception e) when (IsOutcomeUnknown(e))
            {
                await PauseAsync(TimeSpan.FromSeconds(1));
            }
        }
    }

    public Task PauseAsync(TimeSpan pause)
    {
        var over = new TaskCompletionSource();
        ITimer? timer = null;
        timer = Cluster.Time.CreateTimer(
            _ =>
            {
                timer?.Dispose();
                over.SetResult();
            },
            null,
            pause,
            Timeout.InfiniteTimeSpan);
        return over.Task;
    }

    public void NoteDown() => _downSince = Now;

    public void NoteStoreFailure() => StoreFailures++;

    /// <summary>Starts the process again and lets it take up what was interrupted, beside all else.</summary>
    public async Task StartAgainAsync()
    {
        await Cluster.RestartAsync();
        _downtimes.Add((_downSince, Now));
        StartRecovery();
    }

    public void StartRecovery()
    {
        var recovery = Cluster.Services.GetRequiredService<Recovery>();
        var sweeper = Cluster.Services.GetRequiredService<OutboxSweeper>();
        _ = Cluster.StartInProcess("recovery", () => recovery.RunAsync(CancellationToken.None));
        _ = Cluster.StartInProcess("sweeper", async () =>
        {
            while (true)
            {
                await PauseAsync(TimeSpan.FromSeconds(10));
                await sweeper.SweepAsync(TimeSpan.FromSeconds(30), CancellationToken.None);
            }
        });
    }

    public async Task<History> HistoryAsync()
    {
        var log = new List<LoggedEvent>();
        FeedPage? page = null;
        while (page is not { IsLast: true })
        {
            page = await _store.ReadAsync(new FeedQuery(page?.Through ?? 0, PageEvents));
            foreach (var recorded in page.Events)
            {
                var body = EventCodec.Default.Decode(recorded.Type, recorded.SchemaVersion, recorded.Data);
                log.Add(new LoggedEvent(recorded.Stream, recorded.Version, recorded.At, recorded.RequestId, body));
            }
        }

        // Positions have no gap, so the head says how many there are. Checkers over half a history find half of what is
        // wrong.
        Assert.Equal(_store.Head, log.Count);

        var pending = await _store.ReadPendingReactionsAsync(1_000);
        return new History(Scenario.Configuration, log, _answers, _downtimes, pending);
    }

    public async ValueTask DisposeAsync()
    {
        Cluster.Dispose();
        await _store.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static bool IsOutcomeUnknown(Exception error) =>
        error is OrleansMessageRejectionException or TimeoutException or LogUnavailableException;

    private async Task UpAsync()
    {
        while (!Cluster.IsUp)
        {
            await PauseAsync(TimeSpan.FromSeconds(1));
        }
    }
}
