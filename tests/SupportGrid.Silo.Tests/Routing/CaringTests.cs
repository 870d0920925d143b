using System.Text;
using SupportGrid.Domain;
using SupportGrid.Domain.Agents;
using SupportGrid.Domain.Empathy;
using SupportGrid.Domain.Interactions;
using SupportGrid.Domain.Routing;
using SupportGrid.Silo.Tests.Hosting;
using SupportGrid.Testing;

namespace SupportGrid.Silo.Tests.Routing;

/// <summary>The soft terms of empathy on the way through the actors, and over crashes.</summary>
public sealed class CaringTests
{
    private const string Furious = "This is ridiculous, I am so angry and disappointed with your terrible service!";

    private static readonly EmpathyRouting Routing = new(20, 50, TimeSpan.FromMinutes(20), TimeSpan.FromHours(1));

    [Fact]
    public async Task Say_WhatUpsetsWhoWaits_MovesThemForwardInTheLineAlsoAfterACrash()
    {
        await using var centre = await CentreWith(Routing);
        await WaitingAsync(centre, "calm", "upset");

        await UpsetAsync(centre, "upset");
        await LineIs(centre, "upset", "calm");
        await centre.RestartAfterCrashAsync();
        await LineIs(centre, "upset", "calm");
        await centre.SignInAsync("ana");

        await centre.OfferTo("ana", "upset");
        var decision = await DecisionOf(centre, "upset");
        Assert.Equal(new CustomerDistress(Trajectory.Upset, false), decision.Item.Distress);
        Assert.Equal(20, decision.Item.DistressPoints);
    }

    [Fact]
    public async Task Say_WhatCalmsWhoWaits_GivesThePlaceBack()
    {
        await using var centre = await CentreWith(Routing);
        await WaitingAsync(centre, "calm", "upset");
        await UpsetAsync(centre, "upset");
        await LineIs(centre, "upset", "calm");

        await SayAsync(centre, "upset", Party.Customer, "Thank you, that helps a lot.");

        await LineIs(centre, "calm", "upset");
    }

    [Fact]
    public async Task Say_WithTheTermOff_LeavesTheLineAsItIs()
    {
        await using var centre = await CentreWith(null);
        await WaitingAsync(centre, "calm", "upset");
        var places = (await centre.EventsOf("upset")).Count;

        await UpsetAsync(centre, "upset");
        await centre.PassAsync(TimeSpan.FromSeconds(1));
        await centre.SignInAsync("ana");

        await centre.OfferTo("ana", "calm");
        var decision = await DecisionOf(centre, "calm");
        Assert.Null(decision.Policy.Empathy);
        Assert.True((await centre.EventsOf("upset")).Count > places);
    }

    [Fact]
    public async Task EndContact_WithAnUpsetCustomer_LetsTheOtherAgentHaveTheNextAlsoAfterACrash()
    {
        await using var centre = await CentreWith(Routing);
        await HardTimeOf(centre, "ana");
        var load = await LoadOf(centre, "ana", l => l.Spells.Any(s => s.Trajectory == Trajectory.Upset));
        Assert.Equal(TimeSpan.FromMinutes(10), load.Spells[^1].Until - load.Spells[^1].From);
        await CalmTimeOf(centre, "ben");
        await centre.RestartAfterCrashAsync();

        await centre.OpenAsync("next", customer: "zoe");

        await centre.OfferTo("ben", "next");
        var decision = await DecisionOf(centre, "next");
        Assert.Equal(WinReason.EmotionalLoad, decision.Because);
        Assert.Equal([0, 4], decision.Candidates.Select(c => c.Facts.EmotionalLoad!.Value));
        Assert.Null((await SessionOf(centre, "ben")).Load);
    }

    [Fact]
    public async Task ChooseEmotionalLoad_OptedOut_KeepsNothingAndRanksAsWithoutTheTerm()
    {
        await using var centre = await CentreWith(Routing);
        await centre.SignInAsync("ana");
        await centre.TellAsync("ana", new ChooseEmotionalLoad(true, default));
        await HardTimeOf(centre, "ana");
        await CalmTimeOf(centre, "ben");
        await centre.RestartAfterCrashAsync();

        await centre.OpenAsync("next", customer: "zoe");

        await centre.OfferTo("ana", "next");
        Assert.Equal(EmotionalLoad.None with { OptedOut = true }, (await SessionOf(centre, "ana")).Load);
    }

    [Fact]
    public async Task EndContact_WithTheTermOff_KeepsNothingOfTheAgent()
    {
        await using var centre = await CentreWith(Routing with { EmotionalLoadWeight = 0 });
        await HardTimeOf(centre, "ana");

        await centre.PassAsync(TimeSpan.FromSeconds(1));

        Assert.Null((await SessionOf(centre, "ana")).Load);
    }

    /// <summary>Ten minutes with an upset customer, from the beginning of the next interaction to its end.</summary>
    private static async Task HardTimeOf(Centre centre, string agent)
    {
        await centre.SignInAsync(agent);
        await centre.OpenAsync("hard", customer: "yan");
        await centre.ConnectAsync("hard");
        await UpsetAsync(centre, "hard");
        await centre.PassAsync(TimeSpan.FromMinutes(10));
        await EndAsync(centre, "hard", agent);
    }

    /// <summary>Makes the other agent the one who is free longer.</summary>
    private static async Task CalmTimeOf(Centre centre, string agent)
    {
        await centre.TellAsync("ana", new ChangePresence(Given.Pause, false, "agent", default));
        await centre.SignInAsync(agent);
        await centre.OpenAsync("easy", customer: "xia");
        await centre.ConnectAsync("easy");
        await centre.PassAsync(TimeSpan.FromMinutes(1));
        await EndAsync(centre, "easy", agent);
        await centre.TellAsync("ana", new ChangePresence(Given.Online, false, "agent", default));
        await centre.PassAsync(TimeSpan.FromMinutes(1));
    }

    private static async Task EndAsync(Centre centre, string interaction, string agent)
    {
        await centre.AskAsync(interaction, new EndContact(agent, default));
        await centre.AskAsync(interaction, new CompleteWrapUp(agent, "solved", "", default));
        await centre.FreeAsync(agent);
    }

    private static async Task WaitingAsync(Centre centre, params string[] interactions)
    {
        foreach (var interaction in interactions)
        {
            await centre.OpenAsync(interaction, customer: $"of-{interaction}");
            await centre.PassAsync(TimeSpan.FromMinutes(1));
        }

        await LineIs(centre, interactions);
    }

    private static async Task UpsetAsync(Centre centre, string interaction)
    {
        await SayAsync(centre, interaction, Party.Customer, Furious);
        await SayAsync(centre, interaction, Party.Customer, Furious + " " + Furious);
        await centre.StateOf<Interaction.Existing>(
            interaction, s => s.Facts.Empathy.Trajectory == Trajectory.Upset);
    }

    private static async Task SayAsync(Centre centre, string interaction, Party from, string text)
    {
        var state = (Interaction.Existing)(await centre.Interaction(interaction).Read()).State;
        var number = state.Facts.Transcript.Count;
        await centre.AskAsync(interaction, new SayMessage(from, state.Facts.Customer, $"m-{number}", text, default));
    }

    private static Task<string> LineIs(Centre centre, params string[] interactions) => Eventually.Of(
        async () => (await Line(centre)).SequenceEqual(interactions) ? "so" : null,
        $"the line to be {string.Join(", ", interactions)}",
        async () => string.Join(", ", await Line(centre)));

    private static async Task<IEnumerable<string>> Line(Centre centre) =>
        (await centre.Dispatcher().GetLine("billing", 9)).Places.Select(p => p.Interaction);

    private static async Task<RoutingDecision> DecisionOf(Centre centre, string interaction)
    {
        var issued = (await centre.EventsOf(interaction)).OfType<OfferIssued>().Last();
        var replay = DecisionReplay.Replay(Encoding.UTF8.GetBytes(issued.Decision));
        Assert.True(replay.Same, string.Join('\n', replay.Differences));
        return replay.Recomputed!;
    }

    private static async Task<AgentSession> SessionOf(Centre centre, string agent) =>
        (await centre.Agent(agent).Read()).State;

    private static Task<EmotionalLoad> LoadOf(Centre centre, string agent, Func<EmotionalLoad, bool> where) =>
        Eventually.Of(
            async () => (await SessionOf(centre, agent)).Load is { } load && where(load) ? load : null,
            $"the load of {agent}");

    private static async Task<Centre> CentreWith(EmpathyRouting? routing)
    {
        var centre = await Centre.StartAsync();
        var policy = Given.Queue("billing") with { Empathy = EmpathyPolicy.Default with { Routing = routing } };
        await centre.ConfigureAsync(Given.Configuration([policy]));
        return centre;
    }
}
