namespace SupportGrid.EventStore.Tests.Suite;

public abstract class SnapshotSuite : LogSuite
{
    private ISnapshotStore Snapshots => Log.Snapshots;

    [Fact]
    public async Task Read_NothingWritten_IsNull() => Assert.Null(await Snapshots.ReadAsync("agent", "a7"));

    [Theory]
    [InlineData("{}")]
    [InlineData("")]
    public async Task Write_NewValue_IsReadBackAfterReopening(string value)
    {
        var etag = await WriteAsync(value, null);
        await ReopenAsync();

        var found = await Snapshots.ReadAsync("agent", "a7");
        Assert.Equal((value, etag), (System.Text.Encoding.UTF8.GetString(found!.Data.Span), found.ETag));
        Assert.Null(await Snapshots.ReadAsync("agent", "a8"));
        Assert.Null(await Snapshots.ReadAsync("queue", "a7"));
    }

    [Fact]
    public async Task Write_WithTheStoredTag_ChangesIt()
    {
        var first = await WriteAsync("1", null);
        var second = await WriteAsync("2", first);

        Assert.NotEqual(first, second);
        Assert.Equal(Given.Json("2"), (await Snapshots.ReadAsync("agent", "a7"))!.Data.ToArray());
    }

    [Fact]
    public async Task Write_WithAnotherTag_IsAConflictThatNamesTheStoredOne()
    {
        var first = await WriteAsync("1", null);
        var second = await WriteAsync("2", first);

        foreach (var stale in new[] { null, first, "nonsense" })
        {
            Assert.Equal(
                new SnapshotWriteResult.Conflict(second),
                await Snapshots.WriteAsync("agent", "a7", Given.Json("3"), stale));
        }

        Assert.Equal(
            new SnapshotWriteResult.Conflict(null), await Snapshots.WriteAsync("agent", "a8", Given.Json("3"), first));
        Assert.Equal(Given.Json("2"), (await Snapshots.ReadAsync("agent", "a7"))!.Data.ToArray());
    }

    [Fact]
    public async Task Clear_WithTheStoredTag_RemovesTheValue_AndItsTagsFitNothingLater()
    {
        var first = await WriteAsync("1", null);
        Assert.Equal(new SnapshotWriteResult.Conflict(first), await Snapshots.ClearAsync("agent", "a7", null));
        Assert.Null(await Snapshots.ClearAsync("agent", "a7", first));
        Assert.Null(await Snapshots.ClearAsync("agent", "a7", first));
        Assert.Null(await Snapshots.ReadAsync("agent", "a7"));

        var again = await WriteAsync("2", null);
        Assert.Equal(
            new SnapshotWriteResult.Conflict(again), await Snapshots.WriteAsync("agent", "a7", Given.Json("3"), first));
    }

    [Fact]
    public async Task Write_ManyAtOnce_ExactlyOneWinsPerTag()
    {
        var etag = await WriteAsync("0", null);
        var results = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(
            () => Snapshots.WriteAsync("agent", "a7", Given.Json($"{i}"), etag).AsTask())));

        Assert.Single(results.OfType<SnapshotWriteResult.Written>());
    }

    [Fact]
    public async Task Write_LargerThanAllowed_IsRefusedAsABug()
    {
        await ReopenAsync(options => options with { SnapshotBytesMax = 3 });

        await Assert.ThrowsAnyAsync<ArgumentException>(
            () => Snapshots.WriteAsync("agent", "a7", new byte[4], null).AsTask());
    }

    private async Task<string> WriteAsync(string value, string? etag) =>
        Assert.IsType<SnapshotWriteResult.Written>(
            await Snapshots.WriteAsync("agent", "a7", Given.Json(value), etag).Within("a snapshot to be written")).ETag;
}
