using SupportGrid.Domain.Interactions;
using SupportGrid.Domain.Queues;
using SupportGrid.Domain.Tests.Samples;
using static SupportGrid.Domain.Tests.Interactions.InteractionSamples;
using static SupportGrid.Domain.Tests.Samples.Instants;

namespace SupportGrid.Domain.Tests.Interactions;

public sealed class ExpireWrapUpTests
{
    private static InteractionScenario Timed =>
        TalkingIn(Policies.WithWrapUp(WrapUpMode.Timed, "solved")).And(new EndContact("ana", T(72)));

    [Fact]
    public void After_the_limit_it_closes_by_itself() =>
        Timed.When(new ExpireWrapUp(T(192))).Then(
            new WrapUpCompleted("o1", "ana", "timeout", "", true, T(192)),
            new InteractionClosed(CloseReason.Served, "timeout", "o1", "ana", T(192)));

    [Fact]
    public void Before_the_limit_nothing_happens() => Timed.When(new ExpireWrapUp(T(191))).ThenNothing();

    [Fact]
    public void Without_a_limit_nothing_happens() => WrappingUp.When(new ExpireWrapUp(T(9_999))).ThenNothing();

    [Fact]
    public void A_late_timer_is_nothing()
    {
        Done.When(new ExpireWrapUp(T(9_999))).ThenNothing();
        Talking.When(new ExpireWrapUp(T(9_999))).ThenNothing();
        InteractionScenario.Given().When(new ExpireWrapUp(T(9_999))).ThenNothing();
    }
}
