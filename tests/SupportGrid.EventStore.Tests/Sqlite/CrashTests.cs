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
            await AppendUntilKilledAsync(linesBeforeKill: random.Next(1, 400));
            await CheckAsync(seed, round);
        }
    }

    private async Task AppendUntilKilledAsync(int linesBeforeKill)
    {
        using var probe = CrashProbe.Start(_host.Folder, Writers);
        for (var line = 0; line < linesBeforeKill; line++)
        {
            Note(await probe.ReadLineAsync().Within("an acknowledgement by the child process"));
        }

        await probe.KillAsync();
        while (await probe.ReadLineAsync() is { } rest)
        {
            Note(rest);
        }
    }

    private void Note(string? line)
    {
        if (line?.Split(' ') is [var stream, var version, _])
        {
            _acknowledged[stream] = long.Parse(version, CultureInfo.InvariantCulture);
        }
    }

    private async Task CheckAsync(int seed, int round)
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
                $"Seed {seed}, round {round}: {stream} has {events.Count} events; {acknowledged} were acknowledged.");
            Assert.Equal(Enumerable.Range(1, events.Count).Select(v => (long)v), events.Select(e => e.Version));
            Assert.Equal(events.Count == 0 ? null : stream, await store.FindClaimAsync("crash", $"{stream}@{events.Count}"));
            Assert.Null(await store.FindClaimAsync("crash", $"{stream}@{events.Count + 1}"));
            total += events.Count;
        }

        Assert.Equal(total, store.Head);
        Assert.Equal(total, (await store.ReadPendingReactionsAsync(int.MaxValue)).Count);
    }
}
