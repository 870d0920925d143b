using System.Diagnostics;
using System.Globalization;
using SupportGrid.Functional.Tests.Hosting;
using SupportGrid.Replay;
using SupportGrid.Replay.Conversations;
using SupportGrid.Replay.Playing;
using SupportGrid.Replay.Reporting;
using Xunit.Abstractions;

namespace SupportGrid.Functional.Tests.Crashes;

/// <summary>
/// kill -9 of the server at random moments of a replay; clients resume. Nothing acknowledged may be lost, nothing
/// doubled. SG_KILLS says how often (default 4), SG_SEED from which seed, SG_FILES which conversation files (default:
/// the demo set).
/// </summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);

    [Fact]
    public async Task A_replay_survives_that_its_server_is_killed_again_and_again()
    {
        var kills = Number("SG_KILLS", 4);
        var seed = Number("SG_SEED", 20_261_121);
        var files = Environment.GetEnvironmentVariable("SG_FILES")?.Split(' ');
        var conversations = files is null ? Repeated(DemoConversations.All, 12) : [.. files.SelectMany(ConversationFiles.Read)];
        output.WriteLine($"{conversations.Count} conversations, {kills} kills, seed {seed}");

        await using var server = await ServerProcess.StartAsync();
        var stats = new ReplayStats();
        var options = new ReplayOptions
        {
            Address = server.GrpcAddress, AdminToken = server.Token("root", "admin"), Agents = 20, Run = "kill",
        };
        using var limit = new CancellationTokenSource(Patience);
        var playing = new Player(options, stats, TimeProvider.System).PlayAsync(conversations, check: true, limit.Token);
        var readyAfter = await KillAgainAndAgainAsync(server, stats, playing, kills, seed, conversations);

        var summary = await playing;
        output.WriteLine(SummaryWriter.ToJson(summary));
        output.WriteLine($"ready again after {string.Join(", ", readyAfter.Select(r => $"{r.TotalMilliseconds:0} ms"))}");
        Assert.True(summary.IsClean, SummaryWriter.ToJson(summary));
        Assert.Equal(kills, readyAfter.Count);
    }

    private static async Task<List<TimeSpan>> KillAgainAndAgainAsync(
        ServerProcess server, ReplayStats stats, Task playing, int kills, int seed, List<Conversation> conversations)
    {
        // Random moments, drawn over the turns that will be said; reproducible up to the machine's own timing.
        var turns = conversations.Sum(c => c.Turns.Count);
        var random = new Random(seed);
        var moments = Enumerable.Range(0, kills).Select(_ => random.Next(1, (int)(turns * 0.9))).Order().ToArray();
        var readyAfter = new List<TimeSpan>();
        foreach (var moment in moments)
        {
            await UntilAsync(() => stats.Messages >= moment || playing.IsCompleted, $"turn {moment} of {turns}", stats);
            await server.KillAsync();
            await server.StartAgainAsync();
            readyAfter.Add(server.ReadyAfter);
        }

        return readyAfter;
    }

    private static async Task UntilAsync(Func<bool> reached, string what, ReplayStats stats)
    {
        var clock = Stopwatch.StartNew();
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(2));
        while (!reached())
        {
            Assert.True(
                clock.Elapsed < Patience, $"Waited for {what}; {stats.Messages} turns, {stats.Closed} closed, {stats.Failures} failures.");
            await tick.WaitForNextTickAsync();
        }
    }

    private static List<Conversation> Repeated(List<Conversation> conversations, int times) =>
        [.. Enumerable.Range(1, times).SelectMany(n => conversations.Select(c => c with { Id = $"{c.Id}.{n}" }))];

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
