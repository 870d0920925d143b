using SupportGrid.Domain;
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
        await ServeAsync(centre);

        var line = await Eventually.Of(
            async () => await centre.Dispatcher().GetLine("billing", 10) is { WaitP50: not null } l ? l : null,
            "an estimate");

        // One agent, 100 s each, nobody ahead: the wait is exponential with that mean.
        Assert.InRange(line.WaitP50!.Value.TotalSeconds, 69, 70);
        Assert.InRange(line.WaitP90!.Value.TotalSeconds, 230, 231);
    }

    [Fact]
    public async Task Estimate_OfWhoJoins_RestsOnTheChannelsOfLateAndNotOnWhoIsLast()
    {
        await using var centre = await CentreAsync(chats: 4);
        await ServeAsync(centre);

        // Beside a chat Ana takes no call, so the caller waits; whoever came of late came by chat.
        await centre.OpenAsync("busy");
        await centre.ConnectAsync("busy");
        await centre.OpenAsync("last", channel: Channel.Voice);
        var line = await Eventually.Of(
            async () => await centre.Dispatcher().GetLine("billing", 1) is { Waiting: 1 } l ? l : null, "the line");

        var history = WaitHistory.None with { Handled = 10, HandleSeconds = 1_000 };
        var byChat = WaitEstimator.Estimate(place: 2, slots: 4, history).P50!.Value;
        var byVoice = WaitEstimator.Estimate(place: 1, slots: 1, history).P50!.Value;
        Assert.Equal(byChat.TotalSeconds, line.WaitP50!.Value.TotalSeconds, 1.0);
        Assert.Equal(byVoice.TotalSeconds, line.Places[0].WaitP50!.Value.TotalSeconds, 1.0);
    }

    private static async Task ServeAsync(Centre centre)
    {
        for (var i = 0; i <= WaitEstimator.HandledMin; i++)
        {
            await centre.OpenAsync($"i-{i}");
            await centre.ConnectAsync($"i-{i}");
            await centre.PassAsync(TimeSpan.FromSeconds(100));
            await centre.AskAsync($"i-{i}", new EndContact("ana", default));
            await centre.FreeAsync("ana");
        }
    }

    private static async Task<Centre> CentreAsync(int chats = 1)
    {
        var centre = await Centre.StartAsync();
        var wrapUp = WrapUpPolicy.Default with { Mode = WrapUpMode.None };
        await centre.ConfigureAsync(Given.Configuration(
            [Given.Queue("billing") with { WrapUp = wrapUp }], [Given.Agent("ana", chats)]));
        await centre.SignInAsync("ana");
        return centre;
    }
}
