using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SupportGrid.Contracts.Grains;
using SupportGrid.EventSourcing;
using SupportGrid.EventStore;
using SupportGrid.EventStore.Sqlite;
using SupportGrid.Silo.Empathy.External;

namespace SupportGrid.Silo.Tests.Hosting;

/// <summary>
/// The actors of one process over a log in a folder of its own, on a clock that the test moves. A crash closes the log
/// first, so that nothing more gets durable, and forgets all else.
/// </summary>
internal sealed partial class Centre : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("silo-");
    private readonly Action<SiloOptions>? _configure;
    private readonly ExternalModelOptions _external;
    private readonly IChatClient? _client;
    private SqliteEventStore? _store;
    private IHost? _host;
    private int _requests;

    private Centre(Action<SiloOptions>? configure, ExternalModelOptions? external, IChatClient? client) =>
        (_configure, _external, _client) = (configure, external ?? new ExternalModelOptions(), client);

    public ManualTime Time { get; } = new(Given.Noon);

    public LogProbe Log { get; } = new();

    /// <summary>What goes wrong on purpose between an append and what follows from it.</summary>
    public FaultyReactions Reactions { get; } = new();

    public SqliteEventStore Store => _store ?? throw new InvalidOperationException("The centre is down.");

    public IGrainFactory Grains => _host?.Services.GetRequiredService<IGrainFactory>()
        ?? throw new InvalidOperationException("The centre is down.");

    public IServiceProvider Services => _host!.Services;

    /// <param name="external">A model outside of the platform; null: none.</param>
    /// <param name="client">What asks it; null: the product's own.</param>
    public static async Task<Centre> StartAsync(
        Action<SiloOptions>? configure = null, ExternalModelOptions? external = null, IChatClient? client = null)
    {
        var centre = new Centre(configure, external, client);
        await centre.StartAgainAsync();
        return centre;
    }

    public async Task StartAgainAsync()
    {
        Reactions.Reset();
        Log.IsMuted = false;
        _store = await SqliteEventStore.OpenAsync(
            new EventStoreOptions { DataFolder = _folder.FullName, Durable = false, CheckOnOpen = false }, Time);
        _host = await StartHostAsync();
    }

    /// <summary>
    /// A second process over the same log, as when a cluster has two activations of one actor for a while.
    /// </summary>
    public Task<IHost> StartTwinAsync() => StartHostAsync();

    public async Task CrashAsync()
    {
        Reactions.Hold(static _ => true);
        Log.IsMuted = true;
        await Store.DisposeAsync();
        await StopAsync(_host!);
        _host = null;
        _store = null;
    }

    public async Task RestartAfterCrashAsync()
    {
        await CrashAsync();
        await StartAgainAsync();
    }

    /// <summary>
    /// Lets time pass once all that follows from what happened is done: a call under way would else see its whole
    /// patience pass at once.
    /// </summary>
    public async Task PassAsync(TimeSpan time)
    {
        await Eventually.Of(
            async () => (await Store.ReadPendingReactionsAsync(1)).Count == 0 ? "quiet" : null, "the outbox to be empty");
        Time.Advance(time);
    }

    /// <summary>Metadata of a fresh request.</summary>
    public CommandMeta Meta(string actor = "test") =>
        new($"r-{Interlocked.Increment(ref _requests)}", null, actor, null);

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await CrashAsync();
        }

        _folder.Delete(recursive: true);
        Log.AssertNoErrors();
    }

    private static async Task StopAsync(IHost host)
    {
        // A crash does not wait for anything that is under way.
        await host.StopAsync(new CancellationToken(canceled: true));
        host.Dispose();
    }

    private async Task<IHost> StartHostAsync()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.ClearProviders().AddProvider(Log);
        builder.Services.AddSingleton<TimeProvider>(Time);
        builder.Services.AddSingleton<IEventStore>(Store);
        builder.Services.AddSingleton<IEventFeed>(Store);
        builder.Services.AddSingleton<ISnapshotStore>(Store);
        builder.Services.AddSingleton<IReactionHandler>(provider => Reactions.Around(provider));
        builder.AddSupportGridSilo(options =>
        {
            // Nobody renews desks here; a test of renewals says how many may be missed.
            options.DeskRenewalsMissedMax = 1_000;
            _configure?.Invoke(options);
        });
        builder.AddExternalModel(_external, _client is { } client ? _ => client : null);
        var host = builder.Build();
        await host.StartAsync();
        return host;
    }
}
