using SupportGrid.Domain.Interactions;
using static SupportGrid.Domain.Tests.Interactions.InteractionSamples;
using static SupportGrid.Domain.Tests.Samples.Instants;

namespace SupportGrid.Domain.Tests.Interactions;

public sealed class HoldInteractionTests
{
    private static readonly HoldInteraction ByAna = new("ana", T(20));

    [Fact]
    public void The_agent_puts_the_customer_on_hold() => Talking.When(ByAna).Then(new InteractionHeld("ana", T(20)));

    [Fact]
    public void Holding_twice_is_nothing() => OnHold.When(ByAna with { At = T(25) }).ThenNothing();

    [Fact]
    public void Another_agent_cannot_hold_it() =>
        Talking.When(new HoldInteraction("ben", T(20))).ThenRefused(InteractionRefusals.NotYourInteraction);

    [Fact]
    public void Nobody_holds_what_nobody_has() => Asked.When(ByAna).ThenRefused(InteractionRefusals.NotYourInteraction);

    [Fact]
    public void Nobody_holds_what_is_over() => WrappingUp.When(ByAna).ThenRefused(InteractionRefusals.InteractionEnded);
}
