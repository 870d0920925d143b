using SupportGrid.Domain.Routing;
using static SupportGrid.Domain.Tests.Routing.Given;

namespace SupportGrid.Domain.Tests.Routing;

public sealed class RejectionTests
{
    private static readonly CarriedItem Work = new("x", "ox", Channel.Chat);

    [Fact]
    public void Who_rejected_an_item_is_passed_over() =>
        Assert.Equal(
            "i1>ben",
            new Line()
                .With(Agent("ana", 30), Agent("ben", 5))
                .Waiting(Item("i1") with { NotAgents = ["ana"] })
                .Offers());

    [Fact]
    public void An_item_waits_for_a_busy_agent_rather_than_asking_again()
    {
        var ben = Agent("ben");
        var line = new Line()
            .With(Agent("ana"), ben.Carrying(Work))
            .Waiting(Item("i1") with { NotAgents = ["ana"] });
        Assert.Empty(line.Drive());
        Assert.Equal(ExclusionReason.RejectedBefore, line.Matcher.Explain("i1", "ana", Noon).Reason);
        Assert.Equal("i1>ben", line.With(ben.Newer().Newer()).Offers());
    }

    [Fact]
    public void Items_behind_one_that_was_rejected_are_not_held_up() =>
        Assert.Equal(
            "i2>ana",
            new Line()
                .With(Agent("ana"), Agent("ben").Carrying(Work))
                .Waiting(Item("i1", 9) with { NotAgents = ["ana"] }, Item("i2", 1))
                .Offers());

    [Fact]
    public void The_same_agent_is_asked_again_when_every_other_one_is_gone()
    {
        var ben = Agent("ben").Carrying(Work);
        var line = new Line().With(Agent("ana"), ben).Waiting(Item("i1") with { NotAgents = ["ana"] });
        Assert.Empty(line.Drive());
        var decision = line.With(ben.Away()).DriveOne();
        Assert.Equal("ana", decision.Agent);
        Assert.True(decision.AskedAgain);
    }

    [Fact]
    public void The_same_agent_is_asked_again_when_every_other_one_was_removed()
    {
        var line = new Line()
            .With(Agent("ana"), Agent("ben").Carrying(Work))
            .Waiting(Item("i1") with { NotAgents = ["ana"] });
        Assert.Empty(line.Drive());
        line.Matcher.RemoveAgent("ben");
        Assert.Equal("i1>ana", line.Offers());
    }

    [Fact]
    public void Of_those_who_rejected_the_last_one_is_asked_last()
    {
        var line = new Line()
            .With(Agent("ana", 5), Agent("ben", 30))
            .Waiting(Item("i1") with { NotAgents = ["ana", "ben"] });
        var decision = line.DriveOne();
        Assert.Equal("ana", decision.Agent);
        Assert.Equal(1, decision.CandidatesTotal);
        Assert.Equal(new ExclusionTotal(ExclusionReason.RejectedBefore, 1), Assert.Single(decision.ExcludedTotals));
    }

    [Fact]
    public void An_agent_who_never_serves_the_channel_is_not_waited_for()
    {
        var deaf = Agent("ben").WithProfile(p => p with { Capacity = new(100, p.Capacity.Channels.Remove(Channel.Chat)) });
        Assert.Equal(
            "i1>ana", new Line().With(Agent("ana"), deaf).Waiting(Item("i1") with { NotAgents = ["ana"] }).Offers());
    }

    [Fact]
    public void An_agent_who_lacks_the_skill_is_not_waited_for() =>
        Assert.Equal(
            "i1>ana",
            new Line()
                .With(Agent("ana", 1, 1, ("fr", 5)), Agent("ben"))
                .Waiting(Item("i1", 1, "billing", new SkillRequirement("fr", 1)) with { NotAgents = ["ana"] })
                .Offers());
}
