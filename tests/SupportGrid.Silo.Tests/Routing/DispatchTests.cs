using SupportGrid.Contracts.Grains;
using SupportGrid.Domain.Agents;
using SupportGrid.Domain.Interactions;
using SupportGrid.Domain.Routing;
using SupportGrid.Silo.Tests.Hosting;
using static SupportGrid.Domain.Interactions.Interaction;

namespace SupportGrid.Silo.Tests.Routing;

/// <summary>Whenever either side changes, the line is gone through again.</summary>
public sealed class DispatchTests
{
    [Fact]
    public async Task Waiting_IsOffered_WhenAnAgentSignsIn()
    {
        await using var centre = await CentreAsync();
        await centre.OpenAsync("i-1");

        await centre.SignInAsync("ana");

        Assert.Equal("ana", (await centre.OfferOf("i-1")).Agent);
    }

    [Fact]
    public async Task Waiting_IsOffered_WhenAnAgentFinishes()
    {
        await using var centre = await CentreAsync();
        await centre.SignInAsync("ana");
        await centre.OpenAsync("i-1");
        await centre.ConnectAsync("i-1");
        await centre.OpenAsync("i-2");

        await centre.AskAsync("i-1", new EndContact("ana", default));
        await centre.AskAsync("i-1", new CompleteWrapUp("ana", "ok", "", default));

        Assert.Equal("ana", (await centre.OfferOf("i-2")).Agent);
    }

    [Fact]
    public async Task Waiting_IsOffered_WhenAPresenceTakesWorkAgain()
    {
        await using var centre = await CentreAsync();
        await centre.SignInAsync("ana");
        await centre.TellAsync("ana", new ChangePresence(Given.Pause, false, "agent", default));
        await centre.OpenAsync("i-1");

        await centre.TellAsync("ana", new ChangePresence(Given.Online, false, "agent", default));

        Assert.Equal("ana", (await centre.OfferOf("i-1")).Agent);
    }

    [Fact]
    public async Task Waiting_IsOffered_WhenACapacityGrows()
    {
        await using var centre = await CentreAsync();
        await centre.SignInAsync("ana");
        await centre.OpenAsync("i-1");
        await centre.ConnectAsync("i-1");
        await centre.OpenAsync("i-2");

        await centre.ConfigureAsync(Given.Configuration(agents: [Given.Agent("ana", chats: 2)]));

        Assert.Equal("ana", (await centre.OfferOf("i-2")).Agent);
    }

    [Fact]
    public async Task Waiting_IsOffered_WhenARelaxationStepIsReached()
    {
        await using var centre = await Centre.StartAsync();
        var french = Given.Queue("billing") with
        {
            Skills = [new SkillRequirement("french", 3)],
            Relaxation = [new RelaxationStep(TimeSpan.FromSeconds(30), 0, ["french"])],
        };
        var configuration = Given.Configuration([french]);
        await centre.ConfigureAsync(configuration with
        {
            Skills = configuration.Skills.Add("french", new Domain.Configurations.Skill("french", "French")),
        });
        await centre.SignInAsync("ana");
        await centre.OpenAsync("i-1");
        await InLine(centre, "i-1");

        await centre.PassAsync(TimeSpan.FromSeconds(31));

        Assert.Equal("ana", (await centre.OfferOf("i-1")).Agent);
    }

    [Fact]
    public async Task Waiting_WithoutAnAgent_HoldsUpNobody()
    {
        await using var centre = await Centre.StartAsync();
        var french = Given.Queue("billing") with { Skills = [new SkillRequirement("french", 3)] };
        var configuration = Given.Configuration([french, Given.Queue("orders")]);
        await centre.ConfigureAsync(configuration with
        {
            Skills = configuration.Skills.Add("french", new Domain.Configurations.Skill("french", "French")),
        });
        await centre.SignInAsync("ana");
        await centre.OpenAsync("i-1");
        await InLine(centre, "i-1");

        await centre.OpenAsync("i-2", "orders");

        Assert.Equal("ana", (await centre.OfferOf("i-2")).Agent);
        Assert.IsType<Queued>((await centre.Interaction("i-1").Read()).State);
    }

    [Fact]
    public async Task Line_IsInOrderOfService_AndExplainsItself()
    {
        await using var centre = await CentreAsync();
        await centre.OpenAsync("i-1");
        await InLine(centre, "i-1");
        await centre.PassAsync(TimeSpan.FromSeconds(1));
        await centre.OpenAsync("i-2");
        await InLine(centre, "i-2");
        await centre.AskAsync("i-2", new PrioritiseInteraction(50, "sue", "VIP", default));

        var line = await Eventually.Of(
            async () => await centre.Dispatcher().GetLine("billing", 10) is { Places: [{ Interaction: "i-2" }, _] } l ? l : null,
            "the prioritised one to be first");

        Assert.Equal(2, line.Waiting);
        Assert.Equal([1, 2], line.Places.Select(p => p.Place));
        Assert.NotEmpty(await centre.Dispatcher().ExplainNow("i-1", "ana"));
    }

    [Fact]
    public async Task ManyWaiting_AndManyAgents_AllMeet()
    {
        await using var centre = await Centre.StartAsync();
        var agents = Enumerable.Range(0, 20).Select(i => $"agent-{i}").ToArray();
        await centre.ConfigureAsync(Given.Configuration(agents: agents.Select(a => Given.Agent(a, chats: 2))));
        await centre.SignInAsync(agents);

        var interactions = Enumerable.Range(0, 40).Select(i => $"i-{i}").ToArray();
        await Task.WhenAll(interactions.Select(i => centre.OpenAsync(i, customer: $"c-{i}")));
        var connected = await Task.WhenAll(interactions.Select(centre.ConnectAsync));

        Assert.All(connected.GroupBy(c => c.Agent), g => Assert.Equal(2, g.Count()));
    }

    [Fact]
    public async Task Word_ThatComesTwice_ChangesNothing()
    {
        await using var centre = await CentreAsync();
        centre.Reactions.Repeat(static _ => true, 3);
        await centre.SignInAsync("ana", "ben");
        await centre.OpenAsync("i-1");

        var first = await centre.ConnectAsync("i-1");
        await centre.AskAsync("i-1", new EndContact(first.Agent, default));
        await centre.AskAsync("i-1", new CompleteWrapUp(first.Agent, null, "", default));

        await centre.FreeAsync("ana");
        await centre.FreeAsync("ben");
        Assert.Single(await centre.EventsOf("i-1"), e => e is OfferIssued);
    }

    private static Task<LinePlace[]> InLine(Centre centre, string interaction) => Eventually.Of(
        async () => await centre.Dispatcher().GetPlaces([interaction]) is { IsEmpty: false } places ? places.ToArray() : null,
        $"{interaction} to be in the line");

    private static async Task<Centre> CentreAsync()
    {
        var centre = await Centre.StartAsync();
        await centre.ConfigureAsync();
        return centre;
    }
}
