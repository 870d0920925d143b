using SupportGrid.Domain.Routing;
using static SupportGrid.Domain.Tests.Routing.Given;

namespace SupportGrid.Domain.Tests.Routing;

public sealed class MatcherTests
{
    [Fact]
    public void The_longest_idle_agent_is_asked() =>
        Assert.Equal("i1>ben", new Line().With(Agent("ana", 5), Agent("ben", 9)).Waiting(Item("i1")).Offers());

    [Fact]
    public void Equal_agents_are_asked_in_order_of_their_ids() =>
        Assert.Equal("i1>ana", new Line().With(Agent("ben"), Agent("ana")).Waiting(Item("i1")).Offers());

    [Fact]
    public void Idle_time_beyond_its_scale_counts_no_more_but_breaks_ties() =>
        Assert.Equal("i1>ben", new Line().With(Agent("ana", 90), Agent("ben", 200)).Waiting(Item("i1")).Offers());

    [Fact]
    public void Better_skills_outweigh_idle_time_when_the_best_is_wanted() =>
        Assert.Equal(
            "i1>ana",
            new Line()
                .With(Agent("ana", 1, 1, ("fr", 5)), Agent("ben", 50, 1, ("fr", 3)))
                .Waiting(Item("i1", 1, "billing", new SkillRequirement("fr", 1)))
                .Offers());

    [Fact]
    public void Skill_levels_do_not_rank_when_all_skills_are_merely_required() =>
        Assert.Equal(
            "i1>ben",
            new Line(Policy() with { Matching = SkillMatching.All })
                .With(Agent("ana", 1, 1, ("fr", 5)), Agent("ben", 50, 1, ("fr", 3)))
                .Waiting(Item("i1", 1, "billing", new SkillRequirement("fr", 1)))
                .Offers());

    [Fact]
    public void Skills_are_not_looked_at_when_disregarded() =>
        Assert.Equal(
            "i1>ana",
            new Line(Policy() with { Matching = SkillMatching.Disregard })
                .With(Agent("ana"))
                .Waiting(Item("i1", 1, "billing", new SkillRequirement("fr", 5)))
                .Offers());

    [Fact]
    public void An_agent_below_the_required_level_is_not_asked()
    {
        var line = new Line()
            .With(Agent("ana", 1, 1, ("fr", 2.5)), Agent("ben"))
            .Waiting(Item("i1", 1, "billing", new SkillRequirement("fr", 3)));
        Assert.Empty(line.Drive());
        Assert.Equal(ExclusionReason.SkillLevel, line.Matcher.Explain("i1", "ana", Noon).Reason);
        Assert.Equal(ExclusionReason.SkillMissing, line.Matcher.Explain("i1", "ben", Noon).Reason);
    }

    [Fact]
    public void An_item_that_nobody_can_take_holds_up_nobody() =>
        Assert.Equal(
            "i2>ana",
            new Line()
                .With(Agent("ana"))
                .Waiting(Item("i1", 9, "billing", new SkillRequirement("fr", 3)), Item("i2"))
                .Offers());

    [Fact]
    public void Priority_comes_before_waiting_time_and_waiting_makes_up_for_it()
    {
        var urgent = Item("urgent", 1) with { Priority = 5 };
        Assert.Equal("urgent>ana", new Line().With(Agent("ana")).Waiting(Item("old", 5), urgent).Offers());
        Assert.Equal("old>ana", new Line().With(Agent("ana")).Waiting(Item("old", 7), urgent).Offers());
    }

    [Fact]
    public void Ageing_of_different_queues_is_compared_at_the_instant_of_the_decision()
    {
        var fast = Policy("fast") with { AgeingPerMinute = 2 };
        var line = new Line(Policy("slow"), fast)
            .Waiting(Item("s", 10, "slow"), Item("f", 4, "fast"));
        Assert.Equal("s>ana", line.With(Agent("ana")).Offers());

        line = new Line(Policy("slow"), fast)
            .Waiting(Item("s", 10, "slow"), Item("f", 4, "fast"))
            .After(TimeSpan.FromMinutes(3));
        Assert.Equal("f>ana", line.With(Agent("ana")).Offers());
    }

    [Fact]
    public void Agents_who_do_not_serve_the_queue_or_the_group_are_not_asked()
    {
        var elsewhere = Agent("ana").WithProfile(p => p with { Queues = ["sales"] });
        var stranger = Agent("ben").WithProfile(p => p with { RoutingGroup = "other" });
        var line = new Line().With(elsewhere, stranger).Waiting(Item("i1"));
        Assert.Empty(line.Drive());
        Assert.Equal(ExclusionReason.NotInQueue, line.Matcher.Explain("i1", "ana", Noon).Reason);
        Assert.Equal(ExclusionReason.NotInQueue, line.Matcher.Explain("i1", "ben", Noon).Reason);
    }

    [Fact]
    public void Items_wait_while_their_queue_has_no_policy_and_are_offered_when_it_comes()
    {
        var line = new Line(Policy("other")).With(Agent("ana")).Waiting(Item("i1"));
        Assert.Empty(line.Drive());
        Assert.Equal(MatchVerdict.UnknownPolicy, line.Matcher.Explain("i1", "ana", Noon).Verdict);
        Assert.True(line.Matcher.SetPolicy(Policy()));
        Assert.Equal("i1>ana", line.Offers());
    }

    [Fact]
    public void A_new_policy_holds_for_those_who_wait_already()
    {
        var line = new Line()
            .With(Agent("ana"))
            .Waiting(Item("i1", 1, "billing", new SkillRequirement("fr", 3)));
        Assert.Empty(line.Drive());
        Assert.True(line.Matcher.SetPolicy(Policy() with { Version = 2, Matching = SkillMatching.Disregard }));
        Assert.False(line.Matcher.SetPolicy(Policy() with { Version = 2 }));
        Assert.Equal("i1>ana", line.Offers());
    }

    [Fact]
    public void A_changed_profile_takes_effect_at_once()
    {
        var ana = Agent("ana");
        var line = new Line().With(ana).Waiting(Item("i1", 1, "billing", new SkillRequirement("fr", 3)));
        Assert.Empty(line.Drive());
        line.With(ana.WithProfile(p => p with { Skills = p.Skills.Add("fr", 4) }));
        Assert.Equal("i1>ana", line.Offers());
    }

    [Fact]
    public void A_removed_agent_is_not_asked()
    {
        var line = new Line().With(Agent("ana")).Waiting(Item("i1"));
        Assert.True(line.Matcher.RemoveAgent("ana"));
        Assert.False(line.Matcher.RemoveAgent("ana"));
        Assert.Empty(line.Drive());
        Assert.Equal(MatchVerdict.UnknownAgent, line.Matcher.Explain("i1", "ana", Noon).Verdict);
    }

    [Fact]
    public void A_channel_that_an_agent_does_not_serve_is_told_apart_from_a_full_desk()
    {
        var line = new Line()
            .With(Agent("ana"), Agent("ben").Carrying(new CarriedItem("x", "ox", Channel.Chat)))
            .Waiting(Item("mail") with { Channel = Channel.Email }, Item("chat"), Item("chat2"));
        Assert.Equal("chat>ana", line.Offers());
        Assert.Equal(ExclusionReason.ChannelNotServed, line.Matcher.Explain("mail", "ana", Noon).Reason);
        Assert.Equal(ExclusionReason.Reserved, line.Matcher.Explain("chat2", "ana", Noon).Reason);
        Assert.Equal(ExclusionReason.Capacity, line.Matcher.Explain("chat2", "ben", Noon).Reason);
    }

    [Fact]
    public void More_free_room_wins_when_the_policy_weighs_it()
    {
        var weights = new ScoreWeights(0, 0, 0, 1, TimeSpan.FromHours(1));
        var busy = Agent("ana", 30, 4).Carrying(new CarriedItem("x", "ox", Channel.Chat));
        var decision = new Line(Policy() with { Weights = weights })
            .With(busy, Agent("ben", 1, 4))
            .Waiting(Item("i1"))
            .DriveOne();
        Assert.Equal("ben", decision.Agent);
        Assert.Equal(WinReason.FreeCapacity, decision.Because);
        Assert.Equal(0.25m, decision.Margin);
    }

    [Fact]
    public void One_drive_spreads_work_over_agents_before_anybody_gets_a_second_item() =>
        Assert.Equal(
            "i1>ana i2>ben i3>ana",
            new Line()
                .With(Agent("ana", 30, 3), Agent("ben", 20, 3))
                .Waiting(Item("i1", 3), Item("i2", 2), Item("i3", 1))
                .Offers());

    [Fact]
    public void A_clock_that_is_set_back_takes_relaxation_back()
    {
        var relaxing = Policy() with { Relaxation = [new(TimeSpan.FromMinutes(5), 5, ["fr"])] };
        var line = new Line(relaxing).Waiting(Item("i1", 1, "billing", new SkillRequirement("fr", 3)));
        line.After(TimeSpan.FromMinutes(30));
        Assert.Empty(line.Drive());
        line.Now = Noon;
        Assert.Empty(line.With(Agent("ana")).Drive());
        Assert.Equal(Noon.AddMinutes(4), line.Matcher.NextChange(Noon));
        Assert.Equal("i1>ana", line.After(TimeSpan.FromMinutes(4)).Offers());
    }
}
