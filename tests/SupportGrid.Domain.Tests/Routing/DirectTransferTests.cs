using SupportGrid.Domain.Routing;
using static SupportGrid.Domain.Tests.Routing.Given;

namespace SupportGrid.Domain.Tests.Routing;

public sealed class DirectTransferTests
{
    private static WaitingItem Direct(string agent) =>
        Item("i1") with { OnlyAgent = agent, OnlyUntil = Noon.AddMinutes(2) };

    [Fact]
    public void Nobody_else_is_asked_before_the_end_of_the_term()
    {
        var line = new Line().With(Agent("ana"), Agent("ben").Away()).Waiting(Direct("ben"));
        Assert.Empty(line.Drive());
        Assert.Equal(ExclusionReason.OnlyAgent, line.Matcher.Explain("i1", "ana", Noon).Reason);
        Assert.Equal(Noon.AddMinutes(2), line.Matcher.NextChange(Noon));
        Assert.Equal("i1>ana", line.After(TimeSpan.FromMinutes(2)).Offers());
    }

    [Fact]
    public void The_agent_of_the_transfer_is_asked_as_soon_as_there_is_room()
    {
        var ben = Agent("ben").Carrying(new CarriedItem("x", "ox", Channel.Chat));
        var line = new Line().With(Agent("ana", 90), ben).Waiting(Direct("ben"));
        Assert.Empty(line.Drive());
        var decision = line.With(ben.Carrying()).DriveOne();
        Assert.Equal("ben", decision.Agent);
        Assert.Equal(WinReason.OnlyAgent, decision.Because);
        Assert.Equal([new ExclusionTotal(ExclusionReason.OnlyAgent, 1)], decision.ExcludedTotals.AsEnumerable());
    }

    [Fact]
    public void A_person_was_chosen_so_neither_skills_nor_queues_are_asked_for()
    {
        var ben = Agent("ben").WithProfile(p => p with { Queues = ["sales"] });
        var item = Direct("ben") with { Skills = [new("fr", 5)] };
        Assert.Equal("i1>ben", new Line().With(ben).Waiting(item).Offers());
    }

    [Fact]
    public void The_agent_may_sign_in_after_the_transfer()
    {
        var line = new Line().Waiting(Direct("ben"));
        Assert.Empty(line.Drive());
        Assert.Equal("i1>ben", line.With(Agent("ben")).Offers());
    }

    [Fact]
    public void That_agents_own_no_ends_the_term() =>
        Assert.Equal(
            "i1>ana",
            new Line()
                .With(Agent("ana", 1), Agent("ben", 90))
                .Waiting(Direct("ben") with { NotAgents = ["ben"] })
                .Offers());

    [Fact]
    public void A_direct_transfer_holds_up_nobody() =>
        Assert.Equal(
            "i2>ana",
            new Line().With(Agent("ana")).Waiting(Direct("ben") with { PlaceSince = Noon.AddHours(-1) }, Item("i2")).Offers());
}
