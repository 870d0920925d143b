using Spectre.Console;
using SupportGrid.Replay.Conversations;
using SupportGrid.Replay.Playing;
using SupportGrid.Replay.Reporting;

namespace SupportGrid.Replay;

/// <summary>One run with its progress bar and its summary.</summary>
public static class ReplaySession
{
    /// <returns>The exit code: 0 when everything is clean, 1 when not.</returns>
    public static async Task<int> RunAsync(
        ReplayOptions options, List<Conversation> conversations, bool check, bool json, CancellationToken cancellationToken)
    {
        var stats = new ReplayStats();
        var player = new Player(options, stats, TimeProvider.System);
        var playing = player.PlayAsync(conversations, check, cancellationToken);
        if (!json)
        {
            await ShowProgressAsync(playing, stats, conversations.Count);
        }

        var summary = await playing;
        if (json)
        {
            await Console.Out.WriteLineAsync(SummaryWriter.ToJson(summary));
        }
        else
        {
            SummaryWriter.Write(AnsiConsole.Console, summary);
        }

        return summary.IsClean ? 0 : 1;
    }

    private static Task ShowProgressAsync(Task playing, ReplayStats stats, int conversations) =>
        AnsiConsole.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                var bar = context.AddTask($"{conversations} conversations", maxValue: conversations);
                using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
                do
                {
                    bar.Value = stats.Closed;
                }
                while (!playing.IsCompleted && await tick.WaitForNextTickAsync());

                bar.Value = stats.Closed;
            });
}
