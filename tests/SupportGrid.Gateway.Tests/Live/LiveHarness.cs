using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using SupportGrid.Api.V1;
using SupportGrid.Contracts.Events;
using SupportGrid.EventStore;
using SupportGrid.Gateway.Identity;
using SupportGrid.Gateway.Live;
using SupportGrid.Gateway.Live.Agents;
using SupportGrid.Gateway.Live.Alerts;
using SupportGrid.Gateway.Live.Cursors;
using SupportGrid.Gateway.Live.Customers;
using SupportGrid.Gateway.Live.Desk;
using SupportGrid.Gateway.Live.Events;
using SupportGrid.Gateway.Live.Interactions;
using SupportGrid.Gateway.Live.Log;
using SupportGrid.Gateway.Live.Queues;
using SupportGrid.Gateway.Live.Wallboards;
using SupportGrid.Gateway.Roles;
using SupportGrid.Gateway.Tests.Live.Floor;
using SupportGrid.Gateway.Tests.Live.Record;

namespace SupportGrid.Gateway.Tests.Live;

/// <summary>Live streams over a small floor, with a clock that stands still.</summary>
internal sealed class LiveHarness : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _following;
    private readonly ConcurrentBag<IClientStream> _clients = [];
    private int _ids;

    /// <param name="floor">The floor of another gateway on the same log; a new one if not given.</param>
    public LiveHarness(
        IEventStore store,
        IEventFeed feed,
        Func<LiveOptions, LiveOptions>? configure = null,
        SmallFloor? floor = null)
    {
        var options = new LiveOptions { CursorKey = new byte[32] };
        Options = configure?.Invoke(options) ?? options;
        Feed = feed;
        Floor = floor ?? new SmallFloor(store);
        Actors = new FloorActors(Floor);
        Day = new RandomDay(Floor, Clock, 1);
        Hub = new LogHub(feed, EventCodec.Default, Metrics);
        Services = new LiveServices(
            feed,
            store,
            FloorGrains.Of(Actors),
            EventCodec.Default,
            Hub,
            new CursorCodec(feed, Options),
            Options,
            Metrics,
            Clock,
            Stop,
            () => $"id-{Interlocked.Increment(ref _ids)}",
            NullLogger<LiveServices>.Instance);
        Customers = new CustomerWatch(Services);
        Desks = new DeskWatch(Services);
        Agents = new AgentsWatch(Services);
        Interactions = new InteractionsWatch(Services);
        Alerts = new AlertsWatch(Services);
        Events = new EventsWatch(Services);
        Queues = new QueueWatch(Services);
        Wallboards = new WallboardWatch(Services);
        _following = Hub.RunAsync(_stop.Token);
    }

    public ManualTime Clock { get; } = new();

    public IEventFeed Feed { get; }

    public SmallFloor Floor { get; }

    public FloorActors Actors { get; }

    public RandomDay Day { get; set; }

    public LogHub Hub { get; }

    public LiveOptions Options { get; }

    public LiveMetrics Metrics { get; } = new();

    public LiveServices Services { get; }

    public LiveStop Stop { get; } = new();

    public CustomerWatch Customers { get; }

    public DeskWatch Desks { get; }

    public AgentsWatch Agents { get; }

    public InteractionsWatch Interactions { get; }

    public AlertsWatch Alerts { get; }

    public EventsWatch Events { get; }

    public QueueWatch Queues { get; }

    public WallboardWatch Wallboards { get; }

    public static LiveHarness OnFakeLog(Func<LiveOptions, LiveOptions>? configure = null)
    {
        var log = new FakeLog();
        return new LiveHarness(log, log, configure);
    }

    public Caller CallerOf(string subject, Role role = Role.Service) =>
        new(Samples.Tenant, subject, role, Clock.GetUtcNow().AddDays(1));

    public ClientStream<TResponse> Open<TResponse>(
        Func<ClientStream<TResponse>, Task> run, Func<TResponse, Seen> read, int leaveAfter = int.MaxValue)
    {
        ClientStream<TResponse> client = new(response => WithPosition(read(response))) { LeaveAfter = leaveAfter };
        client.Ended = Task.Run(() => run(client));
        _clients.Add(client);
        return client;
    }

    public ClientStream<WatchEventsResponse> OpenEvents(
        string cursor = "", StartFrom from = StartFrom.Now, Caller? caller = null) =>
        Open<WatchEventsResponse>(
            c => Events.RunAsync(
                new WatchEventsRequest { Cursor = cursor, From = from }, caller ?? CallerOf("service"), c, c.Call),
            SeenReader.Read);

    public ClientStream<WatchDeskResponse> OpenDesk(string agent, string cursor = "") =>
        Open<WatchDeskResponse>(
            c => Desks.RunAsync(new WatchDeskRequest { Cursor = cursor }, CallerOf(agent, Role.Agent), c, c.Call),
            SeenReader.Read);

    public ClientStream<WatchInteractionResponse> OpenCustomer(
        string customer, string interaction, string cursor = "") =>
        Open<WatchInteractionResponse>(
            c => Customers.RunAsync(
                new WatchInteractionRequest { InteractionId = interaction, Cursor = cursor },
                CallerOf(customer, Role.Customer),
                c,
                c.Call),
            SeenReader.Read);

    public ClientStream<WatchInteractionsResponse> OpenInteractions(string cursor = "") =>
        Open<WatchInteractionsResponse>(
            c => Interactions.RunAsync(
                new WatchInteractionsRequest { Cursor = cursor }, CallerOf("boss", Role.Supervisor), c, c.Call),
            SeenReader.Read);

    public ClientStream<WatchAlertsResponse> OpenAlerts(string cursor = "", params string[] queues) =>
        Open<WatchAlertsResponse>(
            c => Alerts.RunAsync(
                new WatchAlertsRequest { Cursor = cursor, Queues = { queues } },
                CallerOf("boss", Role.Supervisor),
                c,
                c.Call),
            SeenReader.Read);

    public ClientStream<WatchAgentsResponse> OpenAgents(string cursor = "") =>
        Open<WatchAgentsResponse>(
            c => Agents.RunAsync(
                new WatchAgentsRequest { Cursor = cursor }, CallerOf("boss", Role.Supervisor), c, c.Call),
            SeenReader.Read);

    public ClientStream<WatchQueueResponse> OpenQueue(string queue, string cursor = "") =>
        Open<WatchQueueResponse>(
            c => Queues.RunAsync(
                new WatchQueueRequest { Queue = queue, Cursor = cursor }, CallerOf("boss", Role.Supervisor), c, c.Call),
            SeenReader.Read);

    public ClientStream<WatchWallboardResponse> OpenWallboard(string cursor = "") =>
        Open<WatchWallboardResponse>(
            c => Wallboards.RunAsync(
                new WatchWallboardRequest { Cursor = cursor }, CallerOf("wall", Role.Wallboard), c, c.Call),
            SeenReader.Read);

    /// <summary>Waits until the hub has handed out everything that is in the log.</summary>
    public Task HubAtHeadAsync() => Eventually.Holds(
        () => Hub.Position == Feed.Head, $"the hub to reach the head of the log ({Feed.Head})");

    /// <summary>Waits until every stream that is open has joined the hub, and with it the clock.</summary>
    public Task ConnectedAsync() => Eventually.Holds(
        () => Hub.TailsOpen >= _clients.Count(static c => !c.Ended.IsCompleted),
        "every stream to join the hub");

    /// <summary>Waits until a stream has said everything up to the head of the log.</summary>
    public async Task CaughtUpAsync(IClientStream stream)
    {
        await HubAtHeadAsync();
        await ConnectedAsync();
        var head = Feed.Head;
        Clock.Advance(TimeSpan.FromMilliseconds(Options.BookmarkMs));
        await stream.WhenAsync(
            s => s.LastOrDefault(static x => x.Position is not null)?.Position >= head, $"a cursor at {head}");
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        try
        {
            await _following;
        }
        catch (OperationCanceledException)
        {
            // It was told to stop.
        }

        foreach (var client in _clients)
        {
            client.Dispose();
        }

        _stop.Dispose();
        Stop.Dispose();
        Metrics.Dispose();
    }

    private Seen WithPosition(Seen seen) =>
        seen.Cursor.Length == 0 ? seen : seen with { Position = CursorReader.PositionOf(seen.Cursor) };
}
