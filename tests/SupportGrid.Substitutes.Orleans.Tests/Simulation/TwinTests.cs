using Orleans.Storage;
using SupportGrid.Substitutes.Orleans.Tests.Activations;

namespace SupportGrid.Substitutes.Orleans.Tests.Simulation;

public sealed class TwinTests
{
    [Fact]
    public void Of_two_activations_of_one_grain_the_second_writer_loses_and_ends()
    {
        using var cluster = Sim.New();
        var ledger = cluster.Grain<ILedger>("l");
        var twin = cluster.TwinOf(ledger);
        cluster.Run(() => ledger.Add(1));
        Assert.Equal((1, 1), cluster.Run(twin.Read));

        cluster.Run(() => twin.Add(10));

        Assert.Equal((1, 0), cluster.Run(ledger.Read));
        cluster.Fails<InconsistentStateException>(() => ledger.Add(100));
        Assert.Equal((11, 11), cluster.Run(ledger.Read));
    }
}
