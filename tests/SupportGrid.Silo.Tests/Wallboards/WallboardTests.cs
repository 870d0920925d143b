using SupportGrid.Contracts.Events;
using SupportGrid.Contracts.Grains;
using SupportGrid.Domain.Interactions;
using SupportGrid.Domain.Wallboards;
using SupportGrid.EventStore;
using SupportGrid.Silo.Tests.Hosting;

namespace SupportGrid.Silo.Tests.Wallboards;

/// <summary>The board is a fold of the log, whoever folds it and from where.</summary>
public sealed class WallboardTests
{
    [Fact]
    public async Task Board_FollowsTheLog()
    {
        await using var centre = await CentreAsync();
        await centre.OpenAsync("i-1");
        await BoardAsync(centre, b => b.Queues.GetValueOrDefault("billing")?.Line.Count == 1, "one to wait");

        await centre.SignInAsync("ana");
        var board = await BoardAsync(centre, b => b is { Staff.Offered: 1 }, "ana to be asked");

        Assert.Equal(1, board.Queues["billing"].Offered);
    }

    [Fact]
    public async Task Board_ReadTheFirstTime_HasWhatWasThereBefore()
    {
        await using var centre = await CentreAsync();
        await centre.SignInAsync("ana");
        await centre.OpenAsync("i-1");
        await centre.ConnectAsync("i-1");
        var head = centre.Store.Head;

        var reading = await centre.Wallboard().Read();

        Assert.True(reading.Position >= head, $"The board is at {reading.Position}, the log was at {head}.");
        Assert.Equal(1, reading.Board.Queues["billing"].Connected);
    }

    [Fact]
    public async Task Board_AfterACrash_GoesOnFromItsSnapshotAndIsTheSameAsFromTheBeginning()
    {
        await using var centre = await CentreAsync();
        await centre.SignInAsync("ana", "ben");
        await centre.OpenAsync("i-1");
        await centre.OpenAsync("i-2", "orders", customer: "yan");
        var first = await centre.ConnectAsync("i-1");
        await centre.ConnectAsync("i-2");
        await BoardAsync(centre, b => b.Position == centre.Store.Head, "the board to be at the head");
        await centre.RestartAfterCrashAsync();
        await centre.AskAsync("i-1", new EndContact(first.Agent, default));

        var board = await BoardAsync(
            centre, b => b.Queues["billing"].Wrapping + b.Queues["orders"].Wrapping == 1, "one to be wrapped up");

        var folded = await FoldAsync(centre, board.Position);
        Assert.Equal(folded.Staff, board.Staff);
        Assert.Equal(folded.Items.OrderBy(i => i.Key), board.Items.OrderBy(i => i.Key));
        Assert.Equal(Rows(folded), Rows(board));
    }

    [Fact]
    public async Task Snapshot_OfAnotherLogOrFormat_IsOfNoUse()
    {
        await using var centre = await CentreAsync();
        await centre.OpenAsync("i-1");
        var board = await BoardAsync(centre, b => b.Items.Count == 1, "one to wait");

        var snapshot = Silo.Wallboards.BoardSnapshot.Of(board, board.Position, "epoch");

        Assert.Equal(board.Items, snapshot.Read("epoch")!.Items);
        Assert.Null(snapshot.Read("another"));
        snapshot.Board = "{";
        Assert.Null(snapshot.Read("epoch"));
        snapshot.Format = 0;
        Assert.Null(snapshot.Read("epoch"));
    }

    private static IEnumerable<string> Rows(Wallboard board) => board.Queues.Values.Select(
        r => $"{r.Queue} {r.Line.Count} {r.Offered} {r.Connected} {r.Wrapping} {string.Join(";", r.Buckets)}");

    private static async Task<Wallboard> FoldAsync(Centre centre, long upTo)
    {
        var page = await centre.Store.ReadAsync(new FeedQuery(0, 10_000) { Tenant = Given.Tenant, UpTo = upTo });
        return page.Events.Aggregate(Wallboard.Empty, (board, e) => WallboardFold.Apply(
            board,
            Streams.Parse(e.Stream).Id,
            EventCodec.Default.Decode(e.Type, e.SchemaVersion, e.Data),
            e.Position));
    }

    private static Task<Wallboard> BoardAsync(Centre centre, Func<Wallboard, bool> where, string awaited) => Eventually.Of(
        async () => (await centre.Wallboard().Read()).Board is { } board && where(board) ? board : null, awaited);

    private static async Task<Centre> CentreAsync()
    {
        var centre = await Centre.StartAsync(o =>
        {
            o.BoardSnapshotEvents = 1;
            o.BoardSnapshotSeconds = 0;
        });
        await centre.ConfigureAsync();
        return centre;
    }
}
