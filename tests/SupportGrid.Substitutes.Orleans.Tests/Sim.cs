namespace SupportGrid.Substitutes.Orleans.Tests;

/// <summary>Simulated processes for tests.</summary>
internal static class Sim
{
    internal static SimulatedCluster New(Action<ISiloBuilder>? configure = null, ulong seed = 1) => new(seed, silo =>
    {
        silo.AddMemoryGrainStorageAsDefault();
        configure?.Invoke(silo);
    });

    /// <summary>A reference whose calls are made by the given code in the simulation.</summary>
    internal static T Grain<T>(this SimulatedCluster cluster, string key)
        where T : IGrainWithStringKey => cluster.GrainFactory.GetGrain<T>(key);

    /// <summary>Runs work that must fail, and gives the failure.</summary>
    internal static TException Fails<TException>(this SimulatedCluster cluster, Func<Task> work)
        where TException : Exception => Assert.Throws<TException>(() => cluster.Run(work));
}
