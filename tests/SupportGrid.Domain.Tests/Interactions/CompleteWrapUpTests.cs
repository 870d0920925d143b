using SupportGrid.Domain.Interactions;
using SupportGrid.Domain.Queues;
using SupportGrid.Domain.Tests.Samples;
using static SupportGrid.Domain.Tests.Interactions.InteractionSamples;
using static SupportGrid.Domain.Tests.Samples.Instants;

namespace SupportGrid.Domain.Tests.Interactions;

public sealed class CompleteWrapUpTests
{
    private static InteractionScenario WrappingUpIn(QueuePolicy policy) =>
        TalkingIn(policy).And(new EndContact("ana", T(72)));

    [Fact]
    public void The_code_closes_it() =>
        WrappingUp.When(Complete("solved") with { Note = "Called." }).Then(
            new WrapUpCompleted("o1", "ana", "solved", "Called.", false, T(80)),
            new InteractionClosed(CloseReason.Served, "solved", "o1", "ana", T(80)));

    [Fact]
    public void Where_it_is_optional_no_code_closes_it_too() =>
        Assert.Null(WrappingUp.When(Complete(null)).Becomes<Interaction.Closed>().WrapUpCode);

    [Fact]
    public void A_code_of_the_list_is_taken() =>
        WrappingUpIn(Policies.WithWrapUp(WrapUpMode.Forced, "solved", "refund")).When(Complete("refund"))
            .Becomes<Interaction.Closed>();

    [Theory]
    [InlineData("other")]
    [InlineData("")]
    public void A_code_beyond_the_list_is_refused(string code) =>
        WrappingUpIn(Policies.WithWrapUp(WrapUpMode.Optional, "solved", "refund")).When(Complete(code))
            .ThenRefused(InteractionRefusals.WrapUpCodeUnknown);

    [Fact]
    public void A_code_has_a_length() =>
        WrappingUp.When(Complete(new string('x', InteractionLimits.WrapUpCodeLengthMax + 1)))
            .ThenRefused(InteractionRefusals.WrapUpCodeUnknown);

    [Fact]
    public void Where_it_is_forced_a_code_is_required() =>
        WrappingUpIn(Policies.WithWrapUp(WrapUpMode.Forced)).When(Complete(null))
            .ThenRefused(InteractionRefusals.WrapUpCodeRequired);

    [Fact]
    public void The_same_wrap_up_again_is_nothing() => Done.When(Complete("solved")).ThenNothing();

    [Fact]
    public void Another_code_after_closing_is_refused() =>
        Done.When(Complete("refund")).ThenRefused(InteractionRefusals.AlreadyClosed);

    [Fact]
    public void What_the_customer_abandoned_is_closed_without_wrap_up() =>
        Waiting.And(Leave(9)).When(Complete(null)).ThenRefused(InteractionRefusals.AlreadyClosed);

    [Fact]
    public void Another_agent_cannot_wrap_it_up() =>
        WrappingUp.When(Complete("solved", "ben")).ThenRefused(InteractionRefusals.NotYourInteraction);

    [Fact]
    public void The_contact_has_to_end_first()
    {
        Talking.When(Complete("solved")).ThenRefused(InteractionRefusals.WrapUpNotStarted);
        Waiting.When(Complete("solved")).ThenRefused(InteractionRefusals.WrapUpNotStarted);
    }

    [Fact]
    public void A_long_note_is_refused() =>
        WrappingUp.When(Complete("solved") with { Note = new string('x', InteractionLimits.NoteLengthMax + 1) })
            .ThenRefused(InteractionRefusals.NoteTooLong);
}
