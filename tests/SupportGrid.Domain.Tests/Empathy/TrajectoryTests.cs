using SupportGrid.Domain.Empathy;
using SupportGrid.Domain.Interactions;
using static SupportGrid.Domain.Tests.Empathy.Turns;

namespace SupportGrid.Domain.Tests.Empathy;

public sealed class TrajectoryTests
{
    [Fact]
    public void One_very_negative_turn_strains_and_names_itself()
    {
        var moved = Talk().When(Customer(1, Angry)).ThenOne<TrajectoryMoved>();

        Assert.Equal((Trajectory.Calm, Trajectory.Strained, 475), (moved.From, moved.To, moved.Level));
        Assert.Equal("c1", Assert.Single(moved.Because).MessageId);
    }

    [Fact]
    public void A_second_one_upsets_and_the_weightier_turn_comes_first()
    {
        var moved = Talk().Hearing(Angry).When(Customer(2, Angry)).ThenOne<TrajectoryMoved>();

        Assert.Equal(Trajectory.Upset, moved.To);
        Assert.Equal(["c2", "c1"], moved.Because.Select(t => t.MessageId));
    }

    [Fact]
    public void One_calm_turn_does_not_make_a_recovery() =>
        Assert.DoesNotContain(Talk().Hearing(Angry).When(Customer(2, Plain)).Events, e => e is TrajectoryMoved);

    [Fact]
    public void Two_calm_turns_make_a_recovery_and_are_named()
    {
        var moved = Talk().Hearing(Angry, Plain).When(Customer(3, Plain)).ThenOne<TrajectoryMoved>();

        Assert.Equal(Trajectory.Recovering, moved.To);
        Assert.Equal(["c3", "c2"], moved.Because.Select(t => t.MessageId));
    }

    [Fact]
    public void Thanks_make_a_recovery_at_once()
    {
        var moved = Talk().Hearing(Angry).When(Customer(2, Thankful)).ThenOne<TrajectoryMoved>();

        Assert.Equal(Trajectory.Recovering, moved.To);
    }

    [Fact]
    public void Thanks_in_a_negative_turn_are_no_recovery() => Assert.DoesNotContain(
        Talk()
            .Hearing(Angry).When(Customer(2, Thankful with { Negative = 500 })).Events,
            e => e is TrajectoryMoved { To: Trajectory.Recovering });

    [Fact]
    public void From_recovering_the_way_leads_to_calm_when_the_level_fell_well_below_strained()
    {
        var talk = Talk().Hearing(Angry, Thankful);

        Assert.Equal(Trajectory.Calm, talk.When(talk.Next(Plain)).ThenOne<TrajectoryMoved>().To);
    }

    [Fact]
    public void Who_recovers_and_turns_negative_again_is_strained_again()
    {
        var talk = Talk().Hearing(Angry, Angry, Thankful);

        Assert.Equal(Trajectory.Upset, talk.When(talk.Next(Angry)).ThenOne<TrajectoryMoved>().To);
    }

    [Fact]
    public void A_rule_that_may_alert_weighs_by_itself()
    {
        var state = Talk().When(Customer(1, WithRule("effort-strong", RuleStrength.Alert))).State;

        Assert.Equal(350, EmpathyOf(state).Level);
    }

    [Fact]
    public void Where_no_model_reads_feelings_the_effort_that_a_turn_adds_counts()
    {
        var facts =
            WithFact(EffortCause.Transferred, 2, mayAlert: true, strength: 360) with { Model = "", FactsOnly = true };
        var talk = Talk().Hearing(facts);

        Assert.Equal(180, EmpathyOf(talk).Level);
        Assert.Equal(90, EmpathyOf(talk.When(talk.Next(facts)).State).Level);
    }

    [Fact]
    public void The_thresholds_are_the_policys() => Assert.DoesNotContain(
        Talk(Policy with { StrainedFrom = 500 }).When(Customer(1, Angry)).Events, e => e is TrajectoryMoved);

    [Fact]
    public void What_was_not_read_leaves_nothing_behind()
    {
        var state = Talk().When(Customer(1, null)).State;

        Assert.Equal(Canonical.Of(EmpathyOf(Talk())), Canonical.Of(EmpathyOf(state)));
    }

    [Fact]
    public void A_policy_without_cues_decides_nothing_even_on_a_reading() =>
        Talk(EmpathyPolicy.Off).When(Customer(1, Angry)).ThenTypes(typeof(MessageSaid));
}
