using SupportGrid.Contracts.Grains;
using SupportGrid.Domain;
using SupportGrid.EventSourcing;
using SupportGrid.Substitutes.Orleans.Simulation;

namespace SupportGrid.Simulation.Tests.World;

/// <summary>
/// What the network and the outbox may do to reactions: they come late, and sometimes a second time, much later.
/// </summary>
internal sealed class Weather(Centre centre, SimulatedRandom random, IReactionHandler inner) : IReactionHandler
{
    public async Task HandleAsync(string tenant, Reaction reaction, CommandMeta meta)
    {
        if (!centre.IsDraining && random.Chance(centre.Scenario.LateChance))
        {
            await centre.PauseAsync(TimeSpan.FromMilliseconds(random.Next(1, 3_000)));
        }

        await inner.HandleAsync(tenant, reaction, meta);
        if (!centre.IsDraining && random.Chance(centre.Scenario.RepeatChance))
        {
            var later = TimeSpan.FromMilliseconds(random.Next(1, 40_000));
            _ = centre.Cluster.StartInProcess("repeat", async () =>
            {
                await centre.PauseAsync(later);
                await inner.HandleAsync(tenant, reaction, meta);
            });
        }
    }
}
