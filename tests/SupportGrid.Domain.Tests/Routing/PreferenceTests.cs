using SupportGrid.Domain.Routing;
using static SupportGrid.Domain.Tests.Routing.Given;

namespace SupportGrid.Domain.Tests.Routing;

public sealed class PreferenceTests
{
    private static WaitingItem Returning(string agent) =>
        Item("i1") with { PreferredAgent = agent, PreferredUntil = Noon.AddMinutes(1) };

    [Fact]
    public void The_last_agent_comes_before_the_longest_idle()
    {
        var decision = new Line().With(Agent("ana", 1), Agent("ben", 50)).Waiting(Returning("ana")).DriveOne();
        Assert.Equal("ana", decision.Agent);
        Assert.Equal(WinReason.Preferred, decision.Because);
    }

    [Fact]
    public void The_last_agent_is_found_however_many_rank_higher() =>
        Assert.Equal(
            "i1>zoe",
            new Line()
                .With([.. Enumerable.Range(0, 40).Select(i => Agent($"a{i}", 30 + i)), Agent("zoe", 1)])
                .Waiting(Returning("zoe"))
                .Offers());

    [Fact]
    public void The_preference_ends_at_its_instant() =>
        Assert.Equal(
            "i1>ben",
            new Line()
                .With(Agent("ana", 1), Agent("ben", 50))
                .Waiting(Returning("ana"))
                .After(TimeSpan.FromMinutes(1))
                .Offers());

    [Fact]
    public void The_end_of_a_preference_needs_no_timer() =>
        Assert.Null(new Line().Waiting(Returning("ana")).Matcher.NextChange(Noon));

    [Fact]
    public void A_preference_is_worth_what_the_policy_says()
    {
        var weights = ScoreWeights.Default with { Preferred = 0.1 };
        Assert.Equal(
            "i1>ben",
            new Line(Policy() with { Weights = weights })
                .With(Agent("ana", 1), Agent("ben", 50))
                .Waiting(Returning("ana"))
                .Offers());
    }

    [Fact]
    public void An_item_further_ahead_gets_the_agent_whom_another_one_prefers() =>
        Assert.Equal(
            "ahead>ana", new Line().With(Agent("ana")).Waiting(Returning("ana"), Item("ahead", 5)).Offers());

    [Fact]
    public void The_record_says_why_the_last_agent_was_passed_over()
    {
        var others = Enumerable.Range(0, 30).Select(i => Agent($"a{i:00}").Away()).ToArray();
        var decision = new Line()
            .With([.. others, Agent("zoe").Away("lunch"), Agent("ben")])
            .Waiting(Returning("zoe"))
            .DriveOne();
        var zoe = Assert.Single(decision.Excluded, e => e.Facts.Agent == "zoe");
        Assert.Equal(ExclusionReason.NotRoutable, zoe.Reason);
        Assert.Equal("lunch", zoe.Facts.WhyNot);
        Assert.True(zoe.Facts.Preferred);
    }
}
