using SupportGrid.Contracts.Events;
using SupportGrid.Contracts.Grains;
using SupportGrid.Simulation.Tests.World;

namespace SupportGrid.Simulation.Tests;

/// <summary>A simulation that does not get somewhere proves nothing about it.</summary>
public sealed class CoverageTests
{
    private const int Seeds = 40;

    /// <summary>Profiles are not retired and policies do not change during a run.</summary>
    private static readonly string[] NotSimulated = ["ProfileRetired"];

    [Fact]
    public async Task Runs_MakeEveryEventOfInteractionsAndAgents_Happen()
    {
        var happened = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var seed = 0x5EED_0000UL; seed < 0x5EED_0000UL + Seeds; seed++)
        {
            foreach (var logged in (await Run.OfAsync(seed)).History.Log)
            {
                var name = logged.Body.GetType().Name;
                happened[name] = happened.GetValueOrDefault(name) + 1;
            }
        }

        var missing = EventCatalog.All
            .Where(e => e.Category is Streams.InteractionCategory or Streams.AgentCategory)
            .Select(e => e.Clr.Name)
            .Except(NotSimulated)
            .Where(name => !happened.ContainsKey(name))
            .ToArray();
        Assert.True(missing.Length == 0, $"Never happened: {string.Join(", ", missing)}. Happened: {string.Join(", ", happened)}");
    }
}
