using System.Globalization;
using Grpc.Core;
using Spectre.Console;
using SupportGrid.Api.V1;
using SupportGrid.Client;
using SupportGrid.Replay.Reporting;

namespace SupportGrid.Standalone.Demo;

/// <summary>
/// The live summary in the terminal: the wallboard of the demo tenant, as any supervisor's client gets it.
/// </summary>
internal sealed class DemoBoard : IDisposable
{
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(250);

    /// <summary>Where the output is no terminal, one line says it all at this interval.</summary>
    private static readonly TimeSpan LineEvery = TimeSpan.FromSeconds(5);

    private readonly SupportGridClient _client;
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, QueueNumbers> _queues = new(StringComparer.Ordinal);
    private AgentNumbers _agents = new();

    public DemoBoard(Uri address, string token) => _client = new SupportGridClient(new SupportGridClientOptions
    {
        Address = address, Token = _ => ValueTask.FromResult(token),
    });

    /// <summary>Shows a round until it is played.</summary>
    /// <exception cref="RpcException">The board cannot be followed.</exception>
    public async Task ShowAsync(int round, int conversations, ReplayStats stats, Task playing, CancellationToken stop)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var following = FollowAsync(over.Token);
        var until = Task.WhenAny(playing, following);
        if (AnsiConsole.Profile.Capabilities.Interactive && !Console.IsOutputRedirected)
        {
            await AnsiConsole.Live(Render(round, conversations, stats)).AutoClear(true).StartAsync(
                live => RepeatAsync(Refresh, until, () => live.UpdateTarget(Render(round, conversations, stats))));
        }
        else
        {
            await RepeatAsync(LineEvery, until, () => Console.WriteLine(Line(round, conversations, stats)));
        }

        await over.CancelAsync();
        await following;
    }

    public void Dispose() => _client.Dispose();

    private async Task FollowAsync(CancellationToken stop)
    {
        try
        {
            await foreach (var watched in _client.WatchWallboardAsync(cancellationToken: stop))
            {
                lock (_lock)
                {
                    if (watched.Response?.Queue is { } queue)
                    {
                        _queues[queue.Queue] = queue;
                    }

                    if (watched.Response?.Removed is { } removed)
                    {
                        _queues.Remove(removed.Queue);
                    }

                    _agents = watched.Response?.Agents ?? _agents;
                }
            }
        }
        catch (Exception e) when (stop.IsCancellationRequested && e is OperationCanceledException or RpcException)
        {
            // The round is over. At any other time it is an error that nobody may miss.
        }
    }

    private static async Task RepeatAsync(TimeSpan every, Task until, Action show)
    {
        while (!until.IsCompleted)
        {
            show();
            await Task.WhenAny(until, Task.Delay(every));
        }
    }

    private Table Render(int round, int conversations, ReplayStats stats)
    {
        var table = new Table().Border(TableBorder.Rounded)
            .Title($"SupportGrid demo, round {round}: {stats.Closed} of {conversations} conversations closed, {stats.Messages} turns")
            .AddColumns("queue", "waiting", "offered", "talking", "wrap-up", "answered", "abandoned", "service level", "avg. answer");
        lock (_lock)
        {
            foreach (var queue in _queues.Values)
            {
                table.AddRow(
                    Markup.Escape(queue.DisplayName),
                    Whole(queue.Waiting),
                    Whole(queue.OfferedNow),
                    Whole(queue.ConnectedNow),
                    Whole(queue.WrappingNow),
                    Whole(queue.Answered),
                    Whole(queue.Abandoned),
                    ServiceLevelOf(queue),
                    queue.AverageSpeedOfAnswer is { } asa ? Seconds(asa.ToTimeSpan()) : "-");
            }

            table.Caption(
                $"agents: {_agents.SignedIn} signed in, {_agents.Idle} idle, {_agents.Interacting} talking, {_agents.Wrapping} wrapping up");
        }

        return table;
    }

    private string Line(int round, int conversations, ReplayStats stats)
    {
        lock (_lock)
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"round {round}: {stats.Closed}/{conversations} closed, {_queues.Values.Sum(q => q.Waiting)} waiting, "
                + $"{_queues.Values.Sum(q => q.ConnectedNow)} talking, {stats.Messages} turns, {_agents.SignedIn} agents");
        }
    }

    private static string ServiceLevelOf(QueueNumbers queue) =>
        queue.ServiceLevels.FirstOrDefault(l => l.IsTarget) is { HasShare: true } level
            ? string.Create(CultureInfo.InvariantCulture, $"{level.Share:P0} {level.Definition}")
            : "-";

    private static string Whole(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Seconds(TimeSpan span) => string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds:0.0} s");
}
