using Orleans.Storage;
using SupportGrid.EventSourcing;
using SupportGrid.Silo.Tests.Hosting;

namespace SupportGrid.Silo.Tests;

public sealed class SnapshotStorageTests
{
    private static readonly GrainId Grain = GrainId.Create("interaction", "t-acme/i-1");

    [Fact]
    public async Task Read_NothingStored_IsANewStateWithoutATag()
    {
        await using var centre = await Centre.StartAsync();
        var state = new GrainState<StreamSnapshot>();

        await new SnapshotStorage(centre.Store).ReadStateAsync("state", Grain, state);

        Assert.False(state.RecordExists);
        Assert.Null(state.ETag);
        Assert.Equal(0, state.State!.Version);
    }

    [Fact]
    public async Task Write_ThenRead_IsTheSameState()
    {
        await using var centre = await Centre.StartAsync();
        var storage = new SnapshotStorage(centre.Store);
        var written = new GrainState<StreamSnapshot>(new StreamSnapshot
        {
            Format = 1,
            Version = 7,
            State = "{}",
            Journal = [new JournalEntry("r-1", null, 7, 9)],
        });
        await storage.WriteStateAsync("state", Grain, written);

        var read = new GrainState<StreamSnapshot>();
        await storage.ReadStateAsync("state", Grain, read);

        Assert.True(read.RecordExists);
        Assert.Equal(written.ETag, read.ETag);
        Assert.Equal(7, read.State!.Version);
        Assert.Equal(new JournalEntry("r-1", null, 7, 9), Assert.Single(read.State.Journal));
    }

    [Fact]
    public async Task Write_OnATagThatIsNotTheStoredOne_ThrowsAndChangesNothing()
    {
        await using var centre = await Centre.StartAsync();
        var storage = new SnapshotStorage(centre.Store);
        var one = new GrainState<StreamSnapshot>(new StreamSnapshot { Version = 1 });
        var other = new GrainState<StreamSnapshot>(new StreamSnapshot { Version = 2 });
        await storage.WriteStateAsync("state", Grain, one);

        await Assert.ThrowsAsync<InconsistentStateException>(() => storage.WriteStateAsync("state", Grain, other));
        await Assert.ThrowsAsync<InconsistentStateException>(() => storage.ClearStateAsync("state", Grain, other));
        await storage.ReadStateAsync("state", Grain, other);

        Assert.Equal(1, other.State!.Version);
    }

    [Fact]
    public async Task Clear_ThenRead_IsANewState()
    {
        await using var centre = await Centre.StartAsync();
        var storage = new SnapshotStorage(centre.Store);
        var state = new GrainState<StreamSnapshot>(new StreamSnapshot { Version = 1 });
        await storage.WriteStateAsync("state", Grain, state);

        await storage.ClearStateAsync("state", Grain, state);
        await storage.ReadStateAsync("state", Grain, state);

        Assert.False(state.RecordExists);
        Assert.Equal(0, state.State!.Version);
    }
}
