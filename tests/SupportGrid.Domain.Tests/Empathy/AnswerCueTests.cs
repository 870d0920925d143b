using SupportGrid.Domain.Empathy;
using SupportGrid.Domain.Interactions;
using static SupportGrid.Domain.Tests.Empathy.Turns;
using static SupportGrid.Domain.Tests.Interactions.InteractionSamples;
using static SupportGrid.Domain.Tests.Samples.Instants;

namespace SupportGrid.Domain.Tests.Empathy;

public sealed class AnswerCueTests
{
    private static InteractionScenario Shown => Talk().Hearing(Angry);

    private static InteractionScenario Ended => Shown.And(new EndContact("ana", T(72)));

    [Theory]
    [InlineData(CueAnswer.Dismissed)]
    [InlineData(CueAnswer.Useful)]
    [InlineData(CueAnswer.Disputed)]
    public void The_agent_who_has_it_judges_a_cue_and_it_is_not_shown_any_more(CueAnswer answer)
    {
        var outcome = Shown.When(Answer("cue-1", answer));

        outcome.Then(new CueAnswered("cue-1", CueKind.Distress, answer, "ana", null, T(60)));
        Assert.Empty(EmpathyOf(outcome.State).OpenCues);
    }

    [Fact]
    public void A_dispute_may_say_what_is_right_instead() =>
        Assert.Equal(
            EmotionLabels.Sad,
            Shown.When(Answer("cue-1", CueAnswer.Disputed, EmotionLabels.Sad)).ThenOne<CueAnswered>().Label);

    [Fact]
    public void The_same_answer_again_is_nothing() =>
        Shown.And(Answer("cue-1")).When(Answer("cue-1")).ThenNothing();

    [Fact]
    public void Another_answer_is_refused() =>
        Shown.And(Answer("cue-1")).When(Answer("cue-1", CueAnswer.Disputed))
            .ThenRefused(InteractionRefusals.CueAlreadyAnswered);

    [Fact]
    public void A_cue_that_is_not_there_is_refused() =>
        Shown.When(Answer("cue-2")).ThenRefused(InteractionRefusals.NoSuchCue);

    [Fact]
    public void Another_agent_is_refused() =>
        Shown.When(Answer("cue-1", agent: "ben")).ThenRefused(InteractionRefusals.NotYourInteraction);

    [Fact]
    public void An_agent_who_is_only_asked_is_refused() =>
        Asked.And(Customer(1, Angry)).When(Answer("cue-1")).ThenRefused(InteractionRefusals.NotYourInteraction);

    [Fact]
    public void A_label_that_nobody_knows_is_refused() =>
        Shown.When(Answer("cue-1", CueAnswer.Disputed, "furious")).ThenRefused(InteractionRefusals.CueLabelUnknown);

    [Fact]
    public void A_label_without_a_dispute_is_refused() =>
        Shown.When(Answer("cue-1", CueAnswer.Useful, EmotionLabels.Sad))
            .ThenRefused(InteractionRefusals.CueLabelUnknown);

    [Fact]
    public void What_has_ended_can_be_judged_while_wrapping_up_and_afterwards()
    {
        Ended.When(Answer("cue-1")).ThenOne<CueAnswered>();
        Ended.And(Complete("solved")).When(Answer("cue-1")).ThenOne<CueAnswered>();
        Ended.And(Complete("solved")).When(Answer("cue-1", agent: "ben"))
            .ThenRefused(InteractionRefusals.NotYourInteraction);
    }

    [Fact]
    public void Who_took_it_over_judges_what_was_shown_before()
    {
        var moved = Shown.And(Transfer(Samples.Policies.Orders), Issue("o2", "ben", 40), Accept("o2", "ben", 41));

        moved.When(Answer("cue-1", agent: "ben")).ThenOne<CueAnswered>();
    }

    [Fact]
    public void Nothing_is_judged_before_there_is_an_interaction() =>
        InteractionScenario.Given().When(Answer("cue-1")).ThenRefused(InteractionRefusals.NoSuchInteraction);
}
