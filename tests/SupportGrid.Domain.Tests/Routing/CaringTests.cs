using System.Collections.Immutable;
using SupportGrid.Domain.Empathy;
using SupportGrid.Domain.Queues;
using SupportGrid.Domain.Routing;
using static SupportGrid.Domain.Tests.Routing.Given;

namespace SupportGrid.Domain.Tests.Routing;

/// <summary>The soft terms of empathy: who is served first, and who is asked.</summary>
public sealed class CaringTests
{
    private static readonly CustomerDistress Strained = new(Trajectory.Strained, false);

    private static readonly CustomerDistress Upset = new(Trajectory.Upset, false);

    [Fact]
    public void Who_is_upset_goes_before_who_is_strained_and_both_before_the_calm()
    {
        var line = new Line(Caring()).Waiting(
            Item("calm", 3), Item("strained", 2) with { Distress = Strained }, Item("upset") with { Distress = Upset });

        Assert.Equal(["upset", "strained", "calm"], line.Matcher.WaitingIn("billing").Select(i => i.Interaction));
        Assert.Equal("upset>ana", line.With(Agent("ana")).Offers());
    }

    [Fact]
    public void An_alert_that_rests_on_facts_counts_as_much_as_being_upset_and_they_do_not_add_up()
    {
        var line = new Line(Caring()).With(Agent("ana")).Waiting(
            Item("i1", 5) with { Distress = new(Trajectory.Upset, true) });

        var item = line.DriveOne().Item;

        Assert.Equal(10, item.DistressPoints);
        Assert.Equal(15, item.EffectivePriority);
        Assert.Equal(5, Decided(Caring(), new(Trajectory.Strained, false)).Item.DistressPoints);
        Assert.Equal(10, Decided(Caring(), new(Trajectory.Calm, true)).Item.DistressPoints);
        Assert.Equal(0, Decided(Caring(), new(Trajectory.Recovering, false)).Item.DistressPoints);
    }

    [Fact]
    public void Who_becomes_upset_or_calms_down_while_waiting_changes_places()
    {
        var line = new Line(Caring()).Waiting(Item("i1", 3), Item("i2", 2));

        line.Waiting(Item("i2", 2) with { Version = 2, Distress = Upset });
        Assert.Equal(1, line.Matcher.Place("i2"));
        line.Waiting(Item("i2", 2) with { Version = 3 });
        Assert.Equal(2, line.Matcher.Place("i2"));
    }

    [Fact]
    public void Nobody_who_came_more_than_the_points_worth_of_waiting_later_goes_first()
    {
        var line = new Line(Caring()).Waiting(
            Item("calm", 10.5), Item("late") with { PlaceSince = Noon, Distress = new(Trajectory.Upset, true) });

        Assert.Equal(1, line.Matcher.Place("calm"));
        Assert.Equal("calm>ana", line.With(Agent("ana")).Offers());
    }

    [Fact]
    public void The_policy_in_force_says_how_many_points_it_is()
    {
        var line = new Line(Caring()).Waiting(Item("i1", 3), Item("i2", 2) with { Distress = Upset });
        Assert.Equal(1, line.Matcher.Place("i2"));

        line.Matcher.SetPolicy(Policy() with { Version = 2 });

        Assert.Equal(2, line.Matcher.Place("i2"));
        Assert.Null(line.With(Agent("ana"), Agent("ben")).Drive()[1].Item.Distress);
    }

    [Fact]
    public void The_agent_with_less_of_a_load_is_asked_although_the_other_is_free_longer()
    {
        var line = new Line(Caring())
            .With(Agent("ana", 30).Loaded(30), Agent("ben", 10).Loaded(3), Agent("cyn", 5).Loaded(30))
            .Waiting(Item("i1"));

        var decision = line.DriveOne();

        Assert.Equal("ben", decision.Agent);
        Assert.Equal(WinReason.EmotionalLoad, decision.Because);
        Assert.Equal([1, 10, 10], decision.Candidates.Select(c => c.Facts.EmotionalLoad!.Value));
        Assert.Equal(
            new ScoreTerm(ScoreTermName.EmotionalLoad, 10, 1, -5, -5), decision.Candidates[1].Terms[^1]);
    }

    [Fact]
    public void A_full_load_excludes_nobody_and_does_not_go_before_skills()
    {
        Assert.Equal("ana", new Line(Caring()).With(Agent("ana").Loaded(10_000)).Waiting(Item("i1")).DriveOne().Agent);
        Assert.Equal(
            "ana",
            new Line(Caring())
                .With(Agent("ana", 10, 1, ("fr", 5)).Loaded(600), Agent("ben", 10, 1, ("fr", 2)))
                .Waiting(Item("i1", 1, "billing", new SkillRequirement("fr", 1)))
                .DriveOne().Agent);
    }

    [Fact]
    public void A_load_fades_and_the_ranks_follow_without_a_word_of_the_agent()
    {
        var line = new Line(Caring()).With(Agent("ana", 50).Loaded(10), Agent("ben", 10));
        Assert.Equal("i1>ben", line.Waiting(Item("i1")).Offers());

        line.Matcher.RemoveWaiting("i1", 2);
        line.Matcher.ReleaseReservation("o1");
        line.After(TimeSpan.FromHours(3)).Waiting(Item("i2", -180));

        Assert.Equal("i2>ana", line.Offers());
    }

    [Fact]
    public void The_clock_set_back_brings_the_load_back()
    {
        var line = new Line(Caring()).With(Agent("ana", 50).Loaded(10), Agent("ben", 10));
        line.After(TimeSpan.FromHours(9)).Waiting(Item("i1", -540));
        Assert.Equal("i1>ana", line.Offers());
        line.Matcher.RemoveWaiting("i1", 2);
        line.Matcher.ReleaseReservation("o1");

        line.Now = Noon;

        Assert.Equal("i2>ben", line.Waiting(Item("i2", 1)).Offers());
    }

    [Fact]
    public void Where_only_distress_counts_no_load_is_written_down()
    {
        var decision = new Line(Caring(load: 0)).With(Agent("ana").Loaded(30)).Waiting(Item("i1")).DriveOne();

        Assert.Null(decision.Candidates[0].Facts.EmotionalLoad);
        Assert.DoesNotContain(decision.Candidates[0].Terms, t => t.Name == ScoreTermName.EmotionalLoad);
    }

    [Fact]
    public void Of_who_could_not_be_asked_no_load_is_written_down()
    {
        var decision = new Line(Caring())
            .With(Agent("ana"), Agent("ben").Loaded(30).Away())
            .Waiting(Item("i1"))
            .DriveOne();

        Assert.Null(Assert.Single(decision.Excluded).Facts.EmotionalLoad);
    }

    internal static QueuePolicy Caring(double distress = 10, double load = 5) => Policy() with
    {
        Empathy = EmpathyPolicy.Default with
        {
            Routing = new EmpathyRouting(distress, load, TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(20)),
        },
    };

    private static RoutingDecision Decided(QueuePolicy policy, CustomerDistress distress) =>
        new Line(policy).With(Agent("ana")).Waiting(Item("i1") with { Distress = distress }).DriveOne();
}

internal static class CaringAgents
{
    /// <summary>With so many minutes with an upset customer, until noon.</summary>
    public static AgentAvailability Loaded(
        this AgentAvailability agent, int minutes, int halfLifeMinutes = 20) => agent.Newer() with
    {
        Load = EmotionalLoad.None with
        {
            Spells = ImmutableArray.Create(new HardSpell(
                "h1",
                "billing",
                Trajectory.Upset,
                Noon.AddMinutes(-minutes),
                Noon,
                TimeSpan.FromMinutes(halfLifeMinutes))),
        },
    };
}
