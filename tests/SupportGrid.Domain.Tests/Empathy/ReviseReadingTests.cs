using SupportGrid.Domain.Empathy;
using SupportGrid.Domain.Interactions;
using SupportGrid.Domain.Tests.Samples;
using static SupportGrid.Domain.Tests.Empathy.Turns;
using static SupportGrid.Domain.Tests.Interactions.InteractionSamples;
using static SupportGrid.Domain.Tests.Samples.Instants;

namespace SupportGrid.Domain.Tests.Empathy;

/// <summary>A model outside of the platform reads a turn that was read, and stored, before.</summary>
public sealed class ReviseReadingTests
{
    private const string Outside = "external a-model";

    private static EmpathyPolicy Consenting => Policy with { ExternalModel = true };

    private static InteractionScenario Heard(params TurnReading[] readings) => Talk(Consenting).Hearing(readings);

    [Fact]
    public void What_another_model_sees_becomes_a_cue_that_names_it()
    {
        var cue = Heard(Plain).When(Revise(1, RevisedTo(EmotionLabels.Angry, 950))).ThenOne<CueShown>().Cue;

        Assert.Equal((CueKind.Distress, "c1", "cue-1"), (cue.Kind, cue.MessageId, cue.Id));
        Assert.Equal(
            new CueEvidence(EvidenceSource.Model, EmotionLabels.Angry, 0, 0, 0, Outside), Assert.Single(cue.Evidence));
    }

    [Fact]
    public void The_event_says_who_read_what_in_which_message_and_what_it_took()
    {
        var command = Revise(1, RevisedTo(EmotionLabels.Sad, 700));
        Assert.Equal(
            new ReadingRevised("c1", 1, command.Reading, command.Price, command.At),
            Heard(Plain).When(command).ThenOne<ReadingRevised>());
    }

    [Fact]
    public void A_revision_moves_the_trajectory_as_if_the_turn_had_been_read_so_at_once()
    {
        var revised = Heard(Plain, Plain).When(Revise(2, RevisedTo(EmotionLabels.Angry, 990)));
        var atOnce = Heard(Plain).When(Customer(2, Feeling(EmotionLabels.Angry, 990)));

        Assert.Equal(atOnce.ThenOne<TrajectoryMoved>().To, revised.ThenOne<TrajectoryMoved>().To);
        Assert.Equal(EmpathyOf(atOnce.State).Level, EmpathyOf(revised.State).Level);
        Assert.Equal(EmpathyOf(atOnce.State).Recent, EmpathyOf(revised.State).Recent);
    }

    [Fact]
    public void A_revision_of_an_earlier_turn_is_carried_on_through_the_turns_after_it()
    {
        var revised = Heard(Angry, Plain, Uneasy).When(Revise(1, RevisedTo(EmotionLabels.Sad, 310)));
        var atOnce = Heard(Feeling(EmotionLabels.Sad, 310), Plain, Uneasy);

        Assert.Equal(EmpathyOf(atOnce).Level, EmpathyOf(revised.State).Level);
        Assert.Equal(EmpathyOf(atOnce).CalmRun, EmpathyOf(revised.State).CalmRun);
    }

    [Fact]
    public void Nobody_is_called_upset_after_a_calm_turn_whatever_is_read_in_the_one_before() =>
        Heard(Plain, Plain).When(Revise(1, RevisedTo(EmotionLabels.Angry, 1_000))).ThenNone<TrajectoryMoved>();

    [Fact]
    public void A_strained_customer_is_not_calm_because_another_model_is()
    {
        var after = Heard(Feeling(EmotionLabels.Angry, 950)).When(Revise(1, Calm));

        after.ThenNone<TrajectoryMoved>();
        Assert.Equal(Trajectory.Strained, EmpathyOf(after.State).Trajectory);
        Assert.Equal(Trajectory.Recovering, InteractionScenario.In(after.State)
            .When(Customer(2, Plain)).ThenOne<TrajectoryMoved>().To);
    }

    [Fact]
    public void A_cue_that_only_the_built_in_model_saw_ends_when_the_other_one_does_not_see_it()
    {
        var talk = Heard(Angry);
        Assert.Equal([CueKind.Distress], OpenKinds(talk.State));

        Assert.Equal(CueEnd.Revised, talk.When(Revise(1, Calm)).ThenOne<CueEnded>().Reason);
    }

    [Fact]
    public void A_cue_that_the_other_model_sees_as_well_stays_and_is_not_shown_again()
    {
        var after = Heard(Angry).When(Revise(1, RevisedTo(EmotionLabels.Dissatisfied, 900)));

        after.ThenNone<CueShown>();
        after.ThenNone<CueEnded>();
    }

    [Fact]
    public void A_cue_of_a_rule_stays_whatever_a_model_says()
    {
        var talk = Heard(WithRule("asks-for-manager", RuleStrength.Alert));
        Assert.Equal([CueKind.Escalation], OpenKinds(talk.State));

        talk.When(Revise(1, Calm)).ThenNone<CueEnded>();
    }

    [Fact]
    public void A_model_raises_no_alert_whatever_it_says() => Assert.All(
        EmotionLabels.All,
        label => Assert.Null(
            Heard(Plain).When(Revise(1, RevisedTo(label, 1_000) with { Abuse = 1_000, Dissatisfied = 1_000 }))
                .Events.OfType<CueShown>().SingleOrDefault()?.Cue.Alert));

    [Fact]
    public void A_turn_has_one_cue_whoever_read_it() =>
        Heard(WithRule("asks-for-human", RuleStrength.Alert))
            .When(Revise(1, RevisedTo(EmotionLabels.Angry, 990))).ThenNone<CueShown>();

    [Fact]
    public void A_revision_keeps_the_budget() =>
        Heard(Angry, Plain).When(Revise(2, RevisedTo(EmotionLabels.Anxious, 950))).ThenNone<CueShown>();

    [Fact]
    public void A_revision_keeps_the_cool_down()
    {
        var talk = Talk(Consenting with { TurnsPerCue = 1 }).Hearing(Angry, Plain);
        talk.When(Revise(2, RevisedTo(EmotionLabels.Angry, 950))).ThenNone<CueShown>();
        talk.When(Revise(2, RevisedTo(EmotionLabels.Anxious, 950))).ThenOne<CueShown>();
    }

    [Fact]
    public void A_cue_of_a_revision_uses_up_the_budget_of_the_turn_at_which_it_comes()
    {
        var shown = Heard(Plain, Plain).When(Revise(1, RevisedTo(EmotionLabels.Angry, 950)));

        Assert.Equal(2, shown.ThenOne<CueShown>().Cue.Turn);
        InteractionScenario.In(shown.State)
            .When(Customer(3, Feeling(EmotionLabels.Anxious, 950))).ThenNone<CueShown>();
    }

    [Fact]
    public void A_kind_that_is_silenced_stays_so() =>
        Heard(Plain).When(Revise(1, RevisedTo(EmotionLabels.Angry, 950)) with { Silenced = [CueKind.Distress] })
            .ThenNone<CueShown>();

    [Fact]
    public void A_turn_may_call_for_an_acknowledgement_after_all()
    {
        var after = Heard(Plain).When(Revise(1, RevisedTo(EmotionLabels.Angry, 900)));
        Assert.Equal("c1", EmpathyOf(after.State).Opportunity!.MessageId);
    }

    [Fact]
    public void A_turn_that_an_agent_has_answered_calls_for_nothing_more()
    {
        var after = Heard(Plain).And(Agent(1, Curt)).When(Revise(1, RevisedTo(EmotionLabels.Angry, 900)));
        Assert.Null(EmpathyOf(after.State).Opportunity);
    }

    [Fact]
    public void A_turn_that_calls_for_nothing_after_all_is_not_held_against_the_agent() =>
        Assert.Null(EmpathyOf(Heard(Angry).When(Revise(1, Calm)).State).Opportunity);

    [Fact]
    public void A_message_that_is_unknown_is_not_revised() =>
        Heard(Plain).When(Revise(9, Calm)).ThenRefused(InteractionRefusals.ReadingSettled);

    [Fact]
    public void An_agents_message_is_not_revised() => Heard(Plain).And(Agent(1, Sorry))
        .When(Revise(1, Calm) with { MessageId = "a1" }).ThenRefused(InteractionRefusals.ReadingSettled);

    [Fact]
    public void A_message_that_was_not_read_is_not_revised() => Talk(Consenting).And(Customer(1, null))
        .When(Revise(1, Calm)).ThenRefused(InteractionRefusals.ReadingSettled);

    [Fact]
    public void A_reading_is_revised_once() => Heard(Plain).And(Revise(1, Calm))
        .When(Revise(1, RevisedTo(EmotionLabels.Angry, 950))).ThenRefused(InteractionRefusals.ReadingSettled);

    [Fact]
    public void Only_the_last_four_turns_are_revised()
    {
        var talk = Heard(Plain, Plain, Plain, Plain, Plain);
        talk.When(Revise(1, Calm)).ThenRefused(InteractionRefusals.ReadingSettled);
        talk.When(Revise(2, Calm)).ThenOne<ReadingRevised>();
    }

    [Fact]
    public void A_reading_is_revised_within_a_minute()
    {
        var said = T(16);
        Heard(Plain).When(Revise(1, Calm) with { At = said.AddSeconds(60) }).ThenOne<ReadingRevised>();
        Heard(Plain).When(Revise(1, Calm) with { At = said.AddSeconds(60.001) })
            .ThenRefused(InteractionRefusals.ReadingSettled);
    }

    [Fact]
    public void Nothing_is_revised_where_the_queue_allows_no_external_model() =>
        Talk(Policy).Hearing(Plain).When(Revise(1, Calm)).ThenRefused(InteractionRefusals.ReadingSettled);

    [Fact]
    public void Nothing_is_revised_after_the_contact()
    {
        var over = Heard(Plain).And(new EndContact("ana", T(30)));
        over.When(Revise(1, Calm)).ThenRefused(InteractionRefusals.InteractionEnded);
        over.And(Complete("solved")).When(Revise(1, Calm)).ThenRefused(InteractionRefusals.InteractionEnded);
    }

    [Fact]
    public void A_contact_that_is_taken_up_again_revises_nothing_of_the_one_before() => Heard(Plain)
        .And(
            new EndContact("ana", T(30)),
            Complete("solved"),
            new ReopenInteraction(
                Party.Customer, "zoe", Policies.Billing with { Empathy = Consenting }, true, T(40)))
        .When(Revise(1, Calm)).ThenRefused(InteractionRefusals.ReadingSettled);

    [Fact]
    public void A_queue_that_allows_it_lets_only_what_was_said_in_it_leave()
    {
        var elsewhere = Policies.Orders with { Empathy = Policy };
        var here = Policies.Billing with { Empathy = Consenting };

        Assert.Equal(1, EmpathyOf(Heard(Plain)).ExternalFrom);
        Assert.Equal(EmpathyState.NoMessage, EmpathyOf(Heard(Plain).And(Move(elsewhere))).ExternalFrom);
        Assert.Equal(3, EmpathyOf(Talk(Policy).Hearing(Plain, Plain).And(Move(here))).ExternalFrom);
        Assert.Equal(
            2, EmpathyOf(Heard(Plain).And(Move(Policies.Orders with { Empathy = Consenting }))).ExternalFrom);
    }

    [Fact]
    public void Where_the_built_in_models_read_no_feelings_another_one_may()
    {
        var factsOnly = TurnReading.Blank with { Language = "other", FactsOnly = true };
        var after = Talk(Consenting).Hearing(factsOnly).When(Revise(1, RevisedTo(EmotionLabels.Angry, 950)));

        Assert.Equal(Trajectory.Strained, after.ThenOne<TrajectoryMoved>().To);
    }
}
