using SupportGrid.Domain.Empathy;
using SupportGrid.Domain.Interactions;
using static SupportGrid.Domain.Tests.Empathy.Turns;
using static SupportGrid.Domain.Tests.Samples.Instants;

namespace SupportGrid.Domain.Tests.Empathy;

public sealed class OpportunityTests
{
    private static InteractionScenario Upset => Talk().Hearing(Angry);

    [Fact]
    public void An_acknowledgement_in_the_next_turn_is_delivered()
    {
        var outcome = Upset.When(Agent(1, Sorry));

        var scored = outcome.ThenOne<OpportunityScored>();
        Assert.Equal(
            ("c1", OpportunityKind.Distress, OpportunityOutcome.Delivered, "ana", TimeSpan.FromSeconds(.5)),
            (scored.MessageId, scored.Kind, scored.Outcome, scored.Agent, scored.After));
        Assert.Equal(1_000, EmpathyOf(outcome.State).Score.AcknowledgedShare);
    }

    [Fact]
    public void One_turn_later_it_is_late() =>
        Assert.Equal(
            OpportunityOutcome.Late,
            Upset.And(Agent(1, Curt)).When(Agent(2, Sorry)).ThenOne<OpportunityScored>().Outcome);

    [Fact]
    public void Spoken_past_twice_it_is_missed() =>
        Assert.Equal(
            OpportunityOutcome.Missed,
            Upset.And(Agent(1, Curt)).When(Agent(2, Curt)).ThenOne<OpportunityScored>().Outcome);

    [Fact]
    public void Spoken_past_once_and_ended_it_is_missed() =>
        Assert.Equal(
            OpportunityOutcome.Missed,
            Upset.And(Agent(1, Curt)).When(new EndContact("ana", T(72))).ThenOne<OpportunityScored>().Outcome);

    [Fact]
    public void Nobody_is_marked_down_who_had_no_turn_to_speak()
    {
        var ended = Upset.When(new EndContact("ana", T(72)));

        Assert.DoesNotContain(ended.Events, e => e is OpportunityScored);
        Assert.Null(EmpathyOf(ended.State).Opportunity);
    }

    [Fact]
    public void Nobody_is_marked_down_where_none_was_called_for()
    {
        var state = Talk().Hearing(Plain).And(Agent(1, Curt)).When(Agent(2, Curt)).State;

        Assert.Null(EmpathyOf(state).Score.AcknowledgedShare);
        Assert.Equal(-100, EmpathyOf(state).Score.GenesysRatio);
    }

    [Fact]
    public void What_the_customer_adds_before_the_agent_speaks_is_the_same_opportunity()
    {
        var talk = Upset.Hearing(Feeling(EmotionLabels.Sad, 900));

        Assert.Equal("c1", talk.When(Agent(1, Sorry)).ThenOne<OpportunityScored>().MessageId);
        Assert.Null(EmpathyOf(talk.And(Agent(1, Sorry))).Opportunity);
    }

    [Theory]
    [InlineData(EmotionLabels.Anxious, OpportunityKind.Worry)]
    [InlineData(EmotionLabels.Sad, OpportunityKind.Sorrow)]
    [InlineData(EmotionLabels.Dissatisfied, OpportunityKind.Distress)]
    public void Each_feeling_calls_for_its_own(string label, OpportunityKind kind) =>
        Assert.Equal(kind, EmpathyOf(Talk().Hearing(Feeling(label, 650))).Opportunity?.Kind);

    [Fact]
    public void Effort_in_words_calls_for_an_acknowledgement() =>
        Assert.Equal(
            OpportunityKind.Effort,
            EmpathyOf(Talk().Hearing(WithRule("effort-strong", RuleStrength.Alert))).Opportunity?.Kind);

    [Theory]
    [InlineData(2, 5, -43)]
    [InlineData(0, 0, null)]
    [InlineData(3, 1, 50)]
    public void The_published_ratio_is_computed_as_published(int empathetic, int unhelpful, int? ratio) =>
        Assert.Equal(ratio, new EmpathyScore(0, 0, 0, empathetic, unhelpful).GenesysRatio);

    [Fact]
    public void Late_counts_as_acknowledged_and_missed_does_not() =>
        Assert.Equal(750, new EmpathyScore(2, 1, 1, 0, 0).AcknowledgedShare);
}
