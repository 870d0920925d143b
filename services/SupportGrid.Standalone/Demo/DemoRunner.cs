using System.Net;
using Spectre.Console;
using SupportGrid.Gateway.Identity;
using SupportGrid.Gateway.Roles;
using SupportGrid.Replay;
using SupportGrid.Replay.Conversations;
using SupportGrid.Replay.Playing;
using SupportGrid.Replay.Reporting;

namespace SupportGrid.Standalone.Demo;

/// <summary>
/// Plays the demo conversations against the own server through its public API, round after round, and shows what a
/// supervisor would see.
/// </summary>
public static class DemoRunner
{
    public const string Tenant = "demo";

    /// <returns>0, or 1 when a round was not clean.</returns>
    public static async Task<int> RunAsync(
        StandaloneOptions options, LocalIssuer issuer, int grpcPort, CancellationToken stop)
    {
        var isAny = options.Listen.Equals(IPAddress.Any) || options.Listen.Equals(IPAddress.IPv6Any);
        var address = new UriBuilder("http", $"{(isAny ? IPAddress.Loopback : options.Listen)}", grpcPort).Uri;
        var admin = issuer.Issue(Tenant, "demo-admin", Role.Admin | Role.Supervisor, TimeSpan.FromDays(30)).Token;
        using var board = new DemoBoard(address, admin);
        try
        {
            for (var round = 1; options.DemoRounds == 0 || round <= options.DemoRounds; round++)
            {
                var summary = await PlayRoundAsync(options, board, address, admin, round, stop);
                if (!summary.IsClean)
                {
                    SummaryWriter.Write(AnsiConsole.Console, summary);
                    return ExitCodes.Failed;
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return ExitCodes.Ended;
        }

        return ExitCodes.Ended;
    }

    private static async Task<ReplaySummary> PlayRoundAsync(
        StandaloneOptions options, DemoBoard board, Uri address, string admin, int round, CancellationToken stop)
    {
        var stats = new ReplayStats();
        var replay = new ReplayOptions
        {
            Address = address,
            AdminToken = admin,
            Agents = options.DemoAgents,
            ConversationsPerAgent = 2,
            HasPeople = true,
            Pace = new Pace(options.DemoSpeed),
            Run = $"demo-{TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()}-{round}",
        };
        var isLast = round == options.DemoRounds;
        var playing = new Player(replay, stats, TimeProvider.System).PlayAsync(DemoConversations.All, isLast, stop);
        await board.ShowAsync(round, DemoConversations.All.Count, stats, playing, stop);
        var summary = await playing;
        SummaryWriter.Write(AnsiConsole.Console, summary);
        return summary;
    }
}
