using SupportGrid.Domain.Interactions;
using SupportGrid.Domain.Queues;
using SupportGrid.Silo.Tests.Hosting;

namespace SupportGrid.Silo.Tests.Routing;

/// <summary>Estimates rest on what was handled before; without that there is none.</summary>
public sealed class EstimateTests
{
    [Fact]
    public async Task Estimate_WithoutABasis_IsNone()
    {
        await using var centre = await CentreAsync();

        var line = await centre.Dispatcher().GetLine("billing", 10);

        Assert.Null(line.WaitP50);
        Assert.Equal(WaitEstimator.Id, line.Estimator);
    }

    [Fact]
    public async Task Estimate_AfterSomeContacts_FollowsTheirHandleTimes()
    {
        await using var centre = await CentreAsync();
        for (var i = 0; i <= WaitEstimator.HandledMin; i++)
        {
            await centre.OpenAsync($"i-{i}");
            await centre.ConnectAsync($"i-{i}");
            await centre.PassAsync(TimeSpan.FromSeconds(100));
            await centre.AskAsync($"i-{i}", new EndContact("ana", default));
            await centre.FreeAsync("ana");
        }

        var line = await Eventually.Of(
            async () => await centre.Dispatcher().GetLine("billing", 10) is { WaitP50: not null } l ? l : null,
            "an estimate");

        // One agent, 100 s each, nobody ahead: the wait is exponential with that mean.
        Assert.InRange(line.WaitP50!.Value.TotalSeconds, 69, 70);
        Assert.InRange(line.WaitP90!.Value.TotalSeconds, 230, 231);
    }

    private static async Task<Centre> CentreAsync()
    {
        var centre = await Centre.StartAsync();
        var wrapUp = WrapUpPolicy.Default with { Mode = WrapUpMode.None };
        await centre.ConfigureAsync(Given.Configuration([Given.Queue("billing") with { WrapUp = wrapUp }]));
        await centre.SignInAsync("ana");
        return centre;
    }
}
