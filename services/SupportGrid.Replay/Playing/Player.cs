using System.Diagnostics;
using SupportGrid.Client;
using SupportGrid.Replay.Checking;
using SupportGrid.Replay.Conversations;
using SupportGrid.Replay.Reporting;

namespace SupportGrid.Replay.Playing;

/// <summary>
/// Plays conversations through the public API: customers, agents, and at the end the check of the log.
/// </summary>
public sealed class Player(ReplayOptions options, ReplayStats stats, TimeProvider time)
{
    private readonly ScriptBook _book = new(options.Run);

    /// <param name="check">Whether to hold the log against what was played at the end.</param>
    public async Task<ReplaySummary> PlayAsync(
        IReadOnlyList<Conversation> conversations, bool check, CancellationToken cancellationToken)
    {
        using var setupConnection = NewConnection();
        using var setup = new ReplaySetup(options, setupConnection);
        await setup.ConfigureAsync(conversations.Select(c => c.Language), cancellationToken);
        var scripts = conversations.Select(NewScript).ToDictionary(_book.Add);

        using var agentsStop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var agents = await StartAgentsAsync(setup, agentsStop.Token);
        var clock = Stopwatch.StartNew();
        await PlayWhileAttendedAsync(setup, scripts, Task.WhenAll(agents), cancellationToken);
        clock.Stop();
        await agentsStop.CancelAsync();
        await Task.WhenAll(agents);
        var result = check ? await CheckAsync(setup, scripts, cancellationToken) : null;
        return Summarise(conversations.Count, clock.Elapsed, result);
    }

    /// <summary>
    /// Plays the customers, and gives up when no agent is left: nobody would ever answer those who wait. What ended the
    /// agents stands among the failures.
    /// </summary>
    private async Task PlayWhileAttendedAsync(
        ReplaySetup setup, Dictionary<string, Script> scripts, Task noAgentLeft, CancellationToken cancellationToken)
    {
        using var unattended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var playing = PlayCustomersAsync(setup, scripts, unattended.Token);
        if (await Task.WhenAny(playing, noAgentLeft) == noAgentLeft && !cancellationToken.IsCancellationRequested)
        {
            await unattended.CancelAsync();
        }

        try
        {
            await playing;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            stats.NoteFailure(new InvalidOperationException("All agents ended before the customers were served."));
        }
    }

    private async Task<List<Task>> StartAgentsAsync(ReplaySetup setup, CancellationToken cancellationToken)
    {
        var agents = new List<Task>(options.Agents);
        for (var number = 1; number <= options.Agents; number++)
        {
            var token = await setup.TokenAsync(ReplaySetup.AgentId(number), "agent", cancellationToken);
            agents.Add(WorkAsync(token, cancellationToken));
        }

        return agents;
    }

    private async Task WorkAsync(string token, CancellationToken cancellationToken)
    {
        using var connection = NewConnection();
        using var client = NewClient(token, connection);
        try
        {
            await new AgentBot(client, options, stats, _book, time).WorkAsync(cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            stats.NoteFailure(e);
        }
    }

    private async Task PlayCustomersAsync(
        ReplaySetup setup, Dictionary<string, Script> scripts, CancellationToken cancellationToken)
    {
        var token = await setup.TokenAsync("replay-channel", "channel", cancellationToken);
        var connections = Enumerable.Range(0, options.CustomerConnections).Select(_ => NewConnection()).ToArray();
        var clients = connections.Select(c => NewClient(token, c)).ToArray();
        var next = 0;
        try
        {
            await Parallel.ForEachAsync(
                scripts,
                new ParallelOptions { MaxDegreeOfParallelism = options.CustomersAtOnce, CancellationToken = cancellationToken },
                async (entry, stop) =>
                {
                    var client = clients[Interlocked.Increment(ref next) % clients.Length];
                    await PlayCustomerAsync(client, entry.Value, entry.Key, stop);
                });
        }
        finally
        {
            Array.ForEach(clients, c => c.Dispose());
            Array.ForEach(connections, c => c.Dispose());
        }
    }

    private async ValueTask PlayCustomerAsync(
        SupportGridClient client, Script script, string subject, CancellationToken cancellationToken)
    {
        try
        {
            await new CustomerBot(client, options, stats, time).PlayAsync(script, subject, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            stats.NoteFailure(e);
        }
    }

    private async Task<LogCheckResult> CheckAsync(
        ReplaySetup setup, Dictionary<string, Script> scripts, CancellationToken cancellationToken)
    {
        var token = await setup.TokenAsync("replay-check", "service", cancellationToken);
        using var connection = NewConnection();
        using var client = NewClient(token, connection);
        return await LogCheck.RunAsync(client, options.Run, scripts, cancellationToken);
    }

    private Script NewScript(Conversation conversation) =>
        new(conversation, Leavers.Has(conversation.Id, options.AbandonShare, options.Seed));

    private ReplaySummary Summarise(int conversations, TimeSpan took, LogCheckResult? check) => new(
        conversations,
        options.Agents,
        took.TotalSeconds,
        stats.Offered,
        stats.Accepted,
        stats.Closed,
        stats.Abandoned,
        stats.Messages,
        stats.Closed / took.TotalSeconds,
        stats.Messages / took.TotalSeconds,
        Percentiles.Of(stats.WaitMs),
        Percentiles.Of(stats.OfferMs),
        CueReport.Of(stats.Cues),
        stats.Failures,
        [.. stats.KeptFailures.Select(f => $"{f.GetType().Name}: {f.Message}")],
        stats.OvertakenByReason,
        check);

    private SupportGridClient NewClient(string token, HttpMessageHandler connection) => new(new SupportGridClientOptions
    {
        Address = options.Address,
        Token = _ => ValueTask.FromResult(token),
        HttpHandler = connection,
        Time = time,
    });

    private static SocketsHttpHandler NewConnection() => new()
    {
        EnableMultipleHttp2Connections = true,
        PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
        KeepAlivePingDelay = TimeSpan.FromSeconds(10),
        KeepAlivePingTimeout = TimeSpan.FromSeconds(5),
        UseProxy = false,
    };
}
