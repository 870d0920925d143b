using System.Globalization;
using SupportGrid.EventStore.Sqlite;

namespace SupportGrid.EventStore.Tests.Sqlite;

/// <summary>
/// The promise of durability, tried on a real process that is killed while it appends. What it printed was
/// acknowledged, so it must be there; what it had not printed may be there, but only whole.
/// </summary>
public sealed class CrashTests : IAsyncLifetime
{
    private const int Writers = 8;

    private readonly SqliteHost _host = new();
    private readonly Dictionary<string, long> _acknowledged = [];

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Kill_AtAnyMoment_LosesNothingThatWasAcknowledged(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 5; round++)
        {
            using var probe = await CrashProbe.StartAsync(_host.Folder, Writers);
            await ReadAsync(probe, random.Next(1, 400));
            await KillAsync(probe);
            await CheckAsync($"Seed {seed}, round {round}");
        }
    }

    /// <summary>
    /// The disk refuses every seventh sync: those appends fail, the next go on, and the kill loses nothing.
    /// </summary>
    [StraceFact]
    public async Task DiskThatFailsAgainAndAgain_LosesNothingThatWasAcknowledged()
    {
        using var probe = await CrashProbe.StartAsync(
            _host.Folder, Writers, "strace", "-f", "-o", "/dev/null", "-e", "trace=fsync", "-e",
            "inject=fsync:error=EIO:when=20+7");
        var failures = await ReadAsync(probe, 500);
        await KillAsync(probe);

        Assert.True(failures > 10, $"Only {failures} appends failed.");
        await CheckAsync("With a failing disk");
    }

    /// <summary>Reads so many lines and returns how many of them told of a failure.</summary>
    private async Task<int> ReadAsync(CrashProbe probe, int lines)
    {
        var failures = 0;
        for (var line = 0; line < lines; line++)
        {
            var text = await probe.ReadLineAsync().Within("a line from the child process");
            Assert.NotNull(text);
            Note(text);
            failures += text == "unavailable" ? 1 : 0;
        }

        return failures;
    }

    private async Task KillAsync(CrashProbe probe)
    {
        await probe.KillAsync();
        while (await probe.ReadLineAsync() is { } rest)
        {
            Note(rest);
        }
    }

    private void Note(string line)
    {
        // The last line may be cut; what is left of a number is then a smaller one, which was acknowledged too.
        if (line.Split(' ') is [var stream, var version]
            && long.TryParse(version, CultureInfo.InvariantCulture, out var number))
        {
            _acknowledged[stream] = Math.Max(number, _acknowledged.GetValueOrDefault(stream));
        }
    }

    private async Task CheckAsync(string when)
    {
        await using var store = await SqliteEventStore.OpenAsync(_host.Options);
        var total = 0L;
        for (var writer = 0; writer < Writers; writer++)
        {
            var stream = $"probe/{writer}";
            var events = await store.ReadStreamAsync("crash", stream, 0, int.MaxValue);
            var acknowledged = _acknowledged.GetValueOrDefault(stream);
            Assert.True(
                events.Count >= acknowledged,
                $"{when}: {stream} has {events.Count} events, but {acknowledged} were acknowledged.");
            Assert.Equal(Enumerable.Range(1, events.Count).Select(v => (long)v), events.Select(e => e.Version));
            Assert.Equal(
                events.Count == 0 ? null : stream, await store.FindClaimAsync("crash", $"{stream}@{events.Count}"));
            Assert.Null(await store.FindClaimAsync("crash", $"{stream}@{events.Count + 1}"));
            total += events.Count;
        }

        Assert.Equal(total, store.Head);
        Assert.Equal(total, (await store.ReadPendingReactionsAsync(int.MaxValue)).Count);
    }
}
