using System.Text;
using SupportGrid.EventStore.Archive;

namespace SupportGrid.EventStore.Tests.Suite;

public abstract class ArchiveSuite : LogSuite
{
    [Fact]
    public async Task RoundTrip_IsByteIdenticalApartFromTheEpoch()
    {
        await FillAsync();
        var first = await ExportAsync(Log);
        await using var copy = await ImportAsync(first);
        var second = await ExportAsync(copy.Log);

        Assert.Contains(Feed.Epoch, first, StringComparison.Ordinal);
        Assert.Contains(copy.Log.Feed.Epoch, second, StringComparison.Ordinal);
        Assert.NotEqual(Feed.Epoch, copy.Log.Feed.Epoch);
        Assert.Equal(first.Replace(Feed.Epoch, copy.Log.Feed.Epoch, StringComparison.Ordinal), second);
    }

    [Fact]
    public async Task Import_KeepsEverything_AndTheLogGoesOn()
    {
        await FillAsync();
        await using var copy = await ImportAsync(await ExportAsync(Log));
        var (store, feed) = (copy.Log.Store, copy.Log.Feed);

        Assert.Equal(Feed.Head, feed.Head);
        Assert.Equal("customer/1", await store.FindClaimAsync(Given.Tenant, "phone/1"));
        Assert.Equal(await Store.ListOpenAsync("interaction"), await store.ListOpenAsync("interaction"));
        Assert.Equal([new ReactionKey(4, 1)], (await store.ReadPendingReactionsAsync(9)).Select(p => p.Key));
        Assert.Equal(Given.Json("[1]"), (await copy.Log.Snapshots.ReadAsync("agent", "a7"))!.Data.ToArray());
        var follower = feed.Subscribe(0);
        Assert.Equal([1L, 2, 3, 4], (await follower.NextAsync()).Select(e => e.Position));
        Assert.Equal(
            new AppendResult.Appended(5, 5, 3), await store.AppendAsync(Given.Append("interaction/1", 2)));
        Assert.Equal([5L], (await follower.NextAsync().Within("an event after the import")).Select(e => e.Position));
    }

    [Fact]
    public async Task Export_WithoutSnapshots_LeavesThemOut()
    {
        await FillAsync();
        using var output = new MemoryStream();
        var counts = await LogArchive.ExportAsync(Log.Archive, output, withSnapshots: false);

        Assert.Equal(new ArchiveCounts(4, 1, 1, 1, 0), counts);
        await using var copy = await ImportAsync(Encoding.UTF8.GetString(output.ToArray()));
        Assert.Null(await copy.Log.Snapshots.ReadAsync("agent", "a7"));
    }

    [Fact]
    public async Task Export_EmptyLog_CanBeImported()
    {
        await using var copy = await ImportAsync(await ExportAsync(Log));

        Assert.Equal(0, copy.Log.Feed.Head);
    }

    [Fact]
    public async Task Export_WhileOthersAppend_IsOneState()
    {
        var writer = Task.Run(async () =>
        {
            for (var version = 0; version < 300; version++)
            {
                await AppendAsync(Given.Append("interaction/1", version) with { Reactions = [Given.Reaction()] });
            }
        });
        while (!writer.IsCompleted)
        {
            using var output = new MemoryStream();
            var counts = await LogArchive.ExportAsync(Log.Archive, output);
            Assert.Equal(counts.Events, counts.Reactions);
            await using var copy = await ImportAsync(Encoding.UTF8.GetString(output.ToArray()));
            Assert.Equal(counts.Events, copy.Log.Feed.Head);
        }

        await writer;
    }

    [Fact]
    public async Task Import_IntoALogWithEvents_IsRefused()
    {
        await FillAsync();
        var archive = await ExportAsync(Log);

        await Assert.ThrowsAsync<InvalidOperationException>(() => ImportIntoAsync(Log, archive));
        Assert.Equal(4, Feed.Head);
    }

    [Fact]
    public async Task Import_CutAtEveryLine_AndInTheMiddleOfEach_ChangesNothing()
    {
        await FillAsync();
        var archive = await ExportAsync(Log);
        await using var target = await OpenTargetAsync();
        for (var end = 0; end < archive.Length; end = NextCut(archive, end))
        {
            var line = archive[..end].Count(c => c == '\n') + 1;
            var refused = await Assert.ThrowsAsync<ArchiveException>(() => ImportIntoAsync(target.Log, archive[..end]));
            Assert.Equal(line, refused.Line);
            Assert.Equal(0, target.Log.Feed.Head);
        }

        // The same log takes the whole archive: nothing was left behind.
        await ImportIntoAsync(target.Log, archive);
        Assert.Equal(4, target.Log.Feed.Head);
    }

    [Theory]
    [InlineData("\"format\":1", "\"format\":2", "format 2")]
    [InlineData("\"archive\"", "\"arhcive\"", "not the header")]
    [InlineData("\"events\":4,\"claims\":1", "\"events\":5,\"claims\":1", "announces")]
    [InlineData("{\"number\":1}", "{\"number\":7}", "SHA-256")]
    [InlineData("\"version\":2", "\"version\":3", "should have position")]
    [InlineData("\"position\":2", "\"position\":7", "should have position")]
    [InlineData("\"type\":\"opened\",", "", "lacks the field 'type'")]
    [InlineData("\"type\":\"opened\"", "\"type\":5", "'type' is malformed")]
    [InlineData("\"schema\":1", "\"schema\":1,\"colour\":1", "does not know")]
    [InlineData("\"schema\":1", "\"schema\":1,\"schema\":1", "not proper JSON")]
    [InlineData("\"schema\":1", "\"schema\":99999999999", "'schema' is malformed")]
    [InlineData("\"at\":\"2026-03-01T", "\"at\":\"2026-03-99T", "'at' is malformed")]
    [InlineData("{\"claim\":", "{\"clam\":", "neither a record nor the trailer")]
    [InlineData("\"index\":1,\"kind\"", "\"index\":-1,\"kind\"", "'index' is malformed")]
    [InlineData("\"position\":4,\"index\"", "\"position\":9,\"index\"", "contradict")]
    public async Task Import_Damaged_IsRefusedWithTheReasonAndChangesNothing(
        string original, string damage, string reason)
    {
        await FillAsync();
        var archive = await ExportAsync(Log);
        var at = archive.IndexOf(original, StringComparison.Ordinal);
        Assert.True(at >= 0, $"The archive holds no {original}.");
        var damaged = archive[..at] + damage + archive[(at + original.Length)..];
        await using var target = await OpenTargetAsync();

        var refused = await Assert.ThrowsAnyAsync<Exception>(() => ImportIntoAsync(target.Log, damaged));

        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
        Assert.True(refused is ArchiveException or ArgumentException, refused.ToString());
        Assert.Equal(0, target.Log.Feed.Head);
    }

    [Fact]
    public async Task Import_SomethingAfterTheTrailer_IsRefused()
    {
        await FillAsync();
        var archive = await ExportAsync(Log);
        await using var target = await OpenTargetAsync();

        var refused = await Assert.ThrowsAsync<ArchiveException>(() => ImportIntoAsync(target.Log, archive + "\n"));

        Assert.Contains("after the trailer", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RoundTrip_BodiesOfEveryShape_ComeBackByteForByte()
    {
        byte[][] bodies =
        [
            Given.Json("{ \"spaced\" :  1.50e+1 }"),
            Given.Json(" {}"),
            Given.Json("{}\n"),
            Given.Json("{\n  \"pretty\": true\n}"),
            Given.Json("\"Zoë 日本 \\u0041\""),
            Given.Json("not json"),
            [0xff, 0x00, 0x22],
            Given.Json(string.Concat(Enumerable.Repeat('[', 600)) + string.Concat(Enumerable.Repeat(']', 600))),
            Given.Json($"\"{new string('x', 200_000)}\""),
        ];
        await AppendAsync(new AppendRequest(
            Given.Tenant, "interaction/1", 0, [.. bodies.Select(body => Given.Event() with { Data = body })]));

        await using var copy = await ImportAsync(await ExportAsync(Log));

        var events = await copy.Log.Store.ReadStreamAsync(Given.Tenant, "interaction/1", 0, 100);
        Assert.Equal(bodies, events.Select(e => e.Data.ToArray()));
    }

    private static int NextCut(string archive, int from)
    {
        var lineEnd = archive.IndexOf('\n', from);
        return lineEnd - from > 2 ? from + ((lineEnd - from) / 2) : lineEnd + 1;
    }

    private static async Task<string> ExportAsync(LogUnderTest log)
    {
        using var output = new MemoryStream();
        await LogArchive.ExportAsync(log.Archive, output);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private static async Task ImportIntoAsync(LogUnderTest log, string archive)
    {
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(archive));
        await LogArchive.ImportAsync(log.Archive, input).Within("an import");
    }

    private async Task<Target> ImportAsync(string archive)
    {
        var target = await OpenTargetAsync();
        await ImportIntoAsync(target.Log, archive);
        return target;
    }

    private async Task<Target> OpenTargetAsync()
    {
        var (log, host) = await OpenAnotherAsync();
        return new Target(log, host);
    }

    /// <summary>Four events with one of everything beside them, and completed reactions that must not travel.</summary>
    private async Task FillAsync()
    {
        await AppendAsync(Given.Append("customer/1", 0) with { Claims = ["phone/1"], Actor = "agent/a7" });
        await AppendAsync(Given.Append("customer/1", 1) with { CausationId = new Guid(7, 7, 7, new byte[8]) });
        await AppendAsync(Given.Append("interaction/1", 0, events: 2) with
        {
            RequestId = "r-1",
            Mark = new StreamMark("interaction", "billing", true),
            Reactions = [Given.Reaction(0, 0), Given.Reaction(1, 1)],
        });
        await Store.CompleteReactionsAsync([new ReactionKey(3, 0)]);
        await Log.Snapshots.WriteAsync("agent", "a7", Given.Json("[1]"), null);
    }

    private sealed record Target(LogUnderTest Log, ILogHost Host) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Log.Owner.DisposeAsync();
            await Host.DisposeAsync();
        }
    }
}
