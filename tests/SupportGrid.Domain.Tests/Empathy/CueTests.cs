using SupportGrid.Domain.Empathy;
using SupportGrid.Domain.Interactions;
using static SupportGrid.Domain.Tests.Empathy.Turns;
using static SupportGrid.Domain.Tests.Interactions.InteractionSamples;

namespace SupportGrid.Domain.Tests.Empathy;

public sealed class CueTests
{
    [Fact]
    public void A_cue_says_what_it_rests_on()
    {
        var cue = Talk().When(Customer(1, Angry)).ThenOne<CueShown>().Cue;

        Assert.Equal(("cue-1", CueKind.Distress, Approach.Acknowledge), (cue.Id, cue.Kind, cue.Approach));
        Assert.Equal(("c1", 2, 5, 950), (cue.MessageId, cue.Start, cue.Length, cue.Probability));
        Assert.Equal(
            new CueEvidence(EvidenceSource.Model, EmotionLabels.Angry, 2, 5, 700), Assert.Single(cue.Evidence));
        Assert.Null(cue.Alert);
    }

    [Fact]
    public void A_model_alone_never_raises_an_alert_however_sure_it_is() =>
        Assert.Null(Talk().When(Customer(1, Feeling(EmotionLabels.Angry, 1_000))).ThenOne<CueShown>().Cue.Alert);

    [Theory]
    [InlineData("asks-for-manager", CueKind.Escalation)]
    [InlineData("names-regulator", CueKind.Escalation)]
    [InlineData("asks-for-human", CueKind.Demand)]
    [InlineData("complaint-or-human-zh", CueKind.Escalation)]
    [InlineData("effort-strong", CueKind.Waiting)]
    public void A_rule_that_may_alert_does(string rule, CueKind kind)
    {
        var cue = Talk().When(Customer(1, WithRule(rule, RuleStrength.Alert))).ThenOne<CueShown>().Cue;

        Assert.Equal(kind, cue.Kind);
        Assert.Equal(new AlertGround(AlertSource.Rule, rule), cue.Alert);
        Assert.Equal((1, 4), (cue.Start, cue.Length));
    }

    [Fact]
    public void The_same_rule_without_that_right_does_not()
    {
        var cue = Talk().When(Customer(1, WithRule("effort-strong", RuleStrength.Shown, 500))).ThenOne<CueShown>().Cue;

        Assert.Null(cue.Alert);
    }

    [Fact]
    public void A_fact_that_may_alert_does_and_points_at_no_words()
    {
        var cue = Talk()
            .When(Customer(1, WithFact(EffortCause.Transferred, 2, mayAlert: true))).ThenOne<CueShown>().Cue;

        Assert.Equal(new AlertGround(AlertSource.Fact, "Transferred"), cue.Alert);
        Assert.Equal((CueKind.Effort, 0, 0), (cue.Kind, cue.Start, cue.Length));
    }

    [Fact]
    public void A_fact_that_did_not_grow_is_no_news()
    {
        var fact = WithFact(EffortCause.Transferred, 2, mayAlert: true);
        var talk = Talk().Hearing(fact);

        Assert.DoesNotContain(talk.When(talk.Next(fact)).Events, e => e is CueShown);
    }

    [Fact]
    public void A_demand_in_words_and_as_a_fact_is_one_cause()
    {
        var both = WithRule("asks-for-manager", RuleStrength.Alert) with
        {
            EffortFacts = [new EffortFact(EffortCause.AskedForManager, 450, 1, true)],
        };
        var talk = Talk().Hearing(both);

        Assert.Equal(2, Assert.Single(EmpathyOf(talk).Cues).Cue.Evidence.Length);
        Assert.DoesNotContain(
            talk.When(talk.Next(WithRule("asks-for-manager", RuleStrength.Alert))).Events, e => e is CueShown);
    }

    [Fact]
    public void Between_two_cues_lie_as_many_turns_as_the_policy_says()
    {
        var talk = Talk().Hearing(Angry);
        var worried = Feeling(EmotionLabels.Anxious, 900);

        Assert.DoesNotContain(talk.When(talk.Next(worried)).Events, e => e is CueShown);
        talk = talk.Hearing(Plain);
        Assert.DoesNotContain(talk.When(talk.Next(worried)).Events, e => e is CueShown);
        talk = talk.Hearing(Plain);
        Assert.Equal(CueKind.Worry, talk.When(talk.Next(worried)).ThenOne<CueShown>().Cue.Kind);
    }

    [Fact]
    public void An_alert_does_not_wait_for_the_budget_and_uses_it()
    {
        var talk = Talk().Hearing(Angry);

        var alert = talk.When(talk.Next(WithRule("names-regulator", RuleStrength.Alert))).ThenOne<CueShown>().Cue;
        Assert.NotNull(alert.Alert);
        Assert.Equal(2, alert.Turn);
        talk = talk.Hearing(WithRule("names-regulator", RuleStrength.Alert), Plain);
        Assert.DoesNotContain(talk.When(talk.Next(Feeling(EmotionLabels.Anxious, 900))).Events, e => e is CueShown);
    }

    [Fact]
    public void A_kind_cools_down()
    {
        var policy = Policy with { TurnsPerCue = 1, CooldownTurns = 3 };
        var talk = Talk(policy).Hearing(Angry, Angry);

        Assert.Single(EmpathyOf(talk).Cues);
        talk = talk.Hearing(Plain);
        Assert.Equal(CueKind.Distress, talk.When(talk.Next(Angry)).ThenOne<CueShown>().Cue.Kind);
    }

    [Fact]
    public void A_silenced_kind_is_not_shown_and_leaves_room_for_another()
    {
        var talk = Talk(Policy with { Silenced = [CueKind.Distress] });
        var both = Angry with { Rules = [new RuleMatch("profanity", RuleStrength.Shown, 0, 3)] };

        Assert.DoesNotContain(talk.When(Customer(1, Angry)).Events, e => e is CueShown);
        Assert.Equal(CueKind.Abuse, talk.When(Customer(1, both)).ThenOne<CueShown>().Cue.Kind);
    }

    [Fact]
    public void Below_the_least_probability_a_model_is_silent() =>
        Assert.DoesNotContain(Talk().When(Customer(1, Feeling(EmotionLabels.Anxious, 599))).Events, e => e is CueShown);

    [Fact]
    public void Words_of_repetition_in_a_calm_talk_are_no_cue()
    {
        var again = WithRule("effort-wide", RuleStrength.Shown);

        Assert.DoesNotContain(Talk().When(Customer(1, again)).Events, e => e is CueShown);
        Assert.Equal(
            CueKind.Effort,
            Talk().When(Customer(1, again with { Negative = 450 })).ThenOne<CueShown>().Cue.Kind);
    }

    [Fact]
    public void A_question_is_no_confusion_until_the_customer_says_so()
    {
        var curious = Plain with { Emotions = [new LabelScore(EmotionLabels.Confused, 900, true)] };
        var lost = curious with { Rules = [new RuleMatch("customer-confused", RuleStrength.Display, 3, 8)] };

        Assert.DoesNotContain(Talk().When(Customer(1, curious)).Events, e => e is CueShown);
        Assert.Equal(Approach.Explore, Talk().When(Customer(1, lost)).ThenOne<CueShown>().Cue.Approach);
    }

    [Fact]
    public void A_background_rule_alone_is_never_a_reason() => Assert.DoesNotContain(
        Talk().When(Customer(1, WithRule("repeated-marks-zh", RuleStrength.Display, 250))).Events, e => e is CueShown);

    [Fact]
    public void The_chinese_rule_finds_a_demand_for_a_human_too()
    {
        var rule = WithRule("complaint-or-human-zh", RuleStrength.Alert);

        Assert.Equal(CueKind.Demand, Talk().When(Customer(1, rule, "转人工")).ThenOne<CueShown>().Cue.Kind);
        Assert.Equal(CueKind.Escalation, Talk().When(Customer(1, rule, "我投诉")).ThenOne<CueShown>().Cue.Kind);
    }

    [Fact]
    public void Thanks_after_a_hard_talk_suggest_a_warm_close_once()
    {
        var talk = Talk().Hearing(Angry, Plain, Plain);

        Assert.Equal(Approach.CloseWarmly, talk.When(talk.Next(Thankful)).ThenOne<CueShown>().Cue.Approach);
        Assert.DoesNotContain(talk.When(talk.Next(Thankful, "Thanks, and one more thing?")).Events, e => e is CueShown);
        talk = talk.Hearing(Thankful, Uneasy, Plain, Plain, Plain, Plain, Plain);
        Assert.DoesNotContain(talk.When(talk.Next(Thankful)).Events, e => e is CueShown);
    }

    [Fact]
    public void Thanks_after_an_easy_talk_need_no_advice()
    {
        var talk = Talk().Hearing(Plain, Plain, Plain);

        Assert.DoesNotContain(talk.When(talk.Next(Thankful)).Events, e => e is CueShown);
    }

    [Fact]
    public void A_no_to_what_was_said_is_an_answer_and_no_distress()
    {
        var no = Feeling(EmotionLabels.Dissatisfied, 980) with { Signals = [TurnSignal.Declines] };

        var after = Talk().When(Customer(1, no));

        after.ThenTypes(typeof(MessageSaid));
        Assert.Equal(0, EmpathyOf(after.State).Level);
        Assert.Null(EmpathyOf(after.State).Opportunity);
    }

    [Fact]
    public void Who_says_sorry_is_not_sad()
    {
        var sorry = Feeling(EmotionLabels.Sad, 700) with
        {
            Emotions =
            [
                new LabelScore(EmotionLabels.Apologetic, 800, true), new LabelScore(EmotionLabels.Sad, 700, true),
            ],
        };

        Assert.DoesNotContain(Talk().When(Customer(1, sorry)).Events, e => e is CueShown);
        Assert.Equal(
            CueKind.Sorrow, Talk().When(Customer(1, Feeling(EmotionLabels.Sad, 700))).ThenOne<CueShown>().Cue.Kind);
    }

    [Fact]
    public void Disapproval_needs_more_than_the_other_feelings()
    {
        Assert.DoesNotContain(
            Talk().When(Customer(1, Feeling(EmotionLabels.Dissatisfied, 749))).Events, e => e is CueShown);
        Talk().When(Customer(1, Feeling(EmotionLabels.Dissatisfied, 750))).ThenOne<CueShown>();
    }

    [Fact]
    public void A_fact_that_is_told_from_texts_never_alerts_and_counts_only_where_something_is_wrong()
    {
        var again = WithFact(EffortCause.Restates, 2, mayAlert: true);

        Assert.DoesNotContain(Talk().When(Customer(1, again)).Events, e => e is CueShown);
        Assert.Null(Talk().When(Customer(1, again with { Negative = 400 })).ThenOne<CueShown>().Cue.Alert);
    }

    [Fact]
    public void Abuse_by_a_model_alone_takes_certainty_and_more_than_a_word()
    {
        var sure = Plain with { Abuse = 990 };

        Assert.DoesNotContain(Talk().When(Customer(1, sure, "?")).Events, e => e is CueShown);
        Assert.DoesNotContain(
            Talk().When(Customer(1, sure with { Abuse = 900 }, "…………………………………")).Events, e => e is CueShown);
        Assert.Equal(
            CueKind.Abuse, Talk().When(Customer(1, sure, "…………………………………")).ThenOne<CueShown>().Cue.Kind);
    }

    [Fact]
    public void A_cue_ends_by_itself_after_the_policys_turns()
    {
        var talk = Talk().Hearing(Feeling(EmotionLabels.Anxious, 700), Plain, Plain, Plain);

        Assert.Equal([CueKind.Worry], OpenKinds(talk.State));
        Assert.Equal(CueEnd.Expired, talk.When(talk.Next(Plain)).ThenOne<CueEnded>().Reason);
    }

    [Fact]
    public void Distress_ends_with_the_recovery() =>
        Assert.Equal(CueEnd.Resolved, Talk().Hearing(Angry).When(Customer(2, Thankful)).ThenOne<CueEnded>().Reason);

    [Fact]
    public void A_newer_cue_of_the_kind_takes_the_place_of_the_older()
    {
        var talk = Talk().Hearing(WithRule("asks-for-manager", RuleStrength.Alert));
        var outcome = talk.When(talk.Next(WithRule("names-regulator", RuleStrength.Alert)));

        Assert.Equal(CueEnd.Superseded, outcome.ThenOne<CueEnded>().Reason);
        Assert.Equal("cue-2", Assert.Single(EmpathyOf(outcome.State).OpenCues).Cue.Id);
    }

    [Fact]
    public void Cues_end_with_the_contact()
    {
        Talk().Hearing(Angry).When(new EndContact("ana", Samples.Instants.T(72)))
            .ThenTypes(typeof(CueEnded), typeof(ContactEnded), typeof(WrapUpStarted));
        Waiting.And(Customer(1, Angry)).When(Leave(60))
            .ThenTypes(typeof(CueEnded), typeof(InteractionAbandoned), typeof(InteractionClosed));
    }

    [Fact]
    public void What_is_said_on_opening_is_read_under_the_queues_policy() =>
        InteractionScenario.Given().When(Open() with { FirstMessage = "…", FirstReading = Angry })
            .ThenTypes(
                typeof(InteractionOpened), typeof(MessageSaid),
                    typeof(TrajectoryMoved), typeof(CueShown), typeof(InteractionQueued));

    [Fact]
    public void Cues_are_for_the_agent_who_has_it_and_not_for_one_who_is_asked()
    {
        Assert.Equal(["agent/ana"], Audiences(Talk(), Customer(1, Angry)).Distinct());
        Assert.Equal([null], Audiences(Asked, Customer(1, Angry)).Distinct());
    }

    [Fact]
    public void Every_approach_has_a_key_and_words_in_both_languages()
    {
        var approaches = Enum.GetValues<Approach>();

        Assert.Equal(approaches.Length, approaches.Select(ApproachTexts.KeyOf).Distinct().Count());
        Assert.All(approaches, a => Assert.NotEqual(ApproachTexts.Of(a, "en"), ApproachTexts.Of(a, "zh-CN")));
        Assert.All(approaches, a => Assert.Equal(ApproachTexts.Of(a, "en-GB"), ApproachTexts.Of(a, "fr")));
    }

    private static List<string?> Audiences(InteractionScenario before, InteractionCommand command)
    {
        List<string?> audiences = [];
        var state = before.State;
        foreach (var @event in before.When(command).Events)
        {
            var next = InteractionDecider.Evolve(state, @event);
            audiences.Add(InteractionAudience.Audience(state, @event, next));
            state = next;
        }

        return audiences;
    }
}
