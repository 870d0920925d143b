using Microsoft.Extensions.DependencyInjection;
using Orleans.Runtime.Hosting;
using Orleans.Storage;

namespace SupportGrid.Substitutes.Orleans.Tests.Activations;

public sealed class StorageTests
{
    [Fact]
    public void State_is_read_before_activation_and_outlives_the_activation()
    {
        using var cluster = Sim.New();
        var ledger = cluster.Grain<ILedger>("l");

        cluster.Run(() => ledger.Add(5));
        cluster.Run(ledger.Leave);

        Assert.Equal((5, 5), cluster.Run(ledger.Read));
    }

    [Fact]
    public void What_was_not_written_is_lost_with_the_activation()
    {
        using var cluster = Sim.New();
        var ledger = cluster.Grain<ILedger>("l");

        cluster.Run(() => ledger.AddWithoutWriting(5));
        cluster.Run(ledger.Leave);

        Assert.Equal((0, 0), cluster.Run(ledger.Read));
    }

    [Fact]
    public void Clearing_starts_anew()
    {
        using var cluster = Sim.New();
        var ledger = cluster.Grain<ILedger>("l");

        cluster.Run(() => ledger.Add(5));
        Assert.False(cluster.Run(ledger.Clear));
        cluster.Run(() => ledger.Add(1));
        cluster.Run(ledger.Leave);

        Assert.Equal((1, 1), cluster.Run(ledger.Read));
    }

    [Fact]
    public void A_conflict_of_writers_ends_the_activation_whose_state_is_stale()
    {
        using var cluster = Sim.New();
        var ledger = cluster.Grain<ILedger>("l");
        cluster.Run(() => ledger.Add(5));
        var storage = cluster.Services.GetRequiredKeyedService<IGrainStorage>("Default");
        cluster.Run(async () =>
        {
            var state = new GrainState<LedgerState>();
            await storage.ReadStateAsync("ledger", ledger.GetGrainId(), state);
            state.State!.Total = 100;
            await storage.WriteStateAsync("ledger", ledger.GetGrainId(), state);
        });

        var caller = cluster.Grain<ILedger>("caller");
        cluster.Fails<InconsistentStateException>(() => caller.AddThrough("l", 1));

        Assert.Equal((100, 100), cluster.Run(ledger.Read));
        Assert.Equal(1, cluster.Run(caller.Activations));
    }

    [Fact]
    public void A_store_that_is_not_configured_fails_the_calls_of_the_grain()
    {
        using var cluster = Sim.New();

        cluster.Fails<BadProviderConfigException>(() => cluster.Grain<IMisplaced>("m").Touch());
    }

    [Fact]
    public void A_store_of_ones_own_is_used_by_name()
    {
        var store = new CountingStorage();
        using var cluster = Sim.New(silo => silo.Services.AddGrainStorage("nowhere", (_, name) => store.Named(name)));

        cluster.Run(() => cluster.Grain<IMisplaced>("m").Touch());

        Assert.Equal(["nowhere", "read misplaced misplaced/m"], store.Log);
    }

    [Fact]
    public void Grain_of_state_reads_and_writes_its_state()
    {
        using var cluster = Sim.New();
        var grain = cluster.Grain<IOldStyle>("o");

        cluster.Run(() => grain.Set("x"));
        cluster.Run(grain.Leave);

        Assert.Equal("x", cluster.Run(grain.Get));
    }

    private sealed class CountingStorage : IGrainStorage
    {
        public List<string> Log { get; } = [];

        public CountingStorage Named(string name)
        {
            Log.Add(name);
            return this;
        }

        public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
        {
            Log.Add($"read {stateName} {grainId}");
            return Task.CompletedTask;
        }

        public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
            throw new NotSupportedException();

        public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
            throw new NotSupportedException();
    }
}
