using SupportGrid.Domain.Interactions;
using SupportGrid.Domain.Queues;
using SupportGrid.Domain.Tests.Samples;
using static SupportGrid.Domain.Tests.Interactions.InteractionSamples;
using static SupportGrid.Domain.Tests.Samples.Instants;

namespace SupportGrid.Domain.Tests.Interactions;

public sealed class EndContactTests
{
    private static readonly EndContact ByAna = new("ana", T(72));

    private static readonly ContactEnded Ended = new("o1", "ana", Party.Agent, TimeSpan.FromSeconds(60), T(72));

    [Theory]
    [InlineData(WrapUpMode.Optional, null)]
    [InlineData(WrapUpMode.Forced, null)]
    [InlineData(WrapUpMode.Timed, 192)]
    public void The_wrap_up_begins(WrapUpMode mode, int? until) =>
        TalkingIn(Policies.WithWrapUp(mode)).When(ByAna).Then(
            Ended, new WrapUpStarted("o1", "ana", until is null ? null : T(until.Value), T(72)));

    [Fact]
    public void Without_wrap_up_it_closes_at_once() =>
        TalkingIn(Policies.WithWrapUp(WrapUpMode.None)).When(ByAna).Then(
            Ended, new InteractionClosed(CloseReason.Served, null, "o1", "ana", T(72)));

    [Fact]
    public void Ending_it_again_is_nothing()
    {
        WrappingUp.When(ByAna).ThenNothing();
        Done.When(ByAna).ThenNothing();
    }

    [Fact]
    public void Another_agent_cannot_end_it()
    {
        Talking.When(new EndContact("ben", T(72))).ThenRefused(InteractionRefusals.NotYourInteraction);
        WrappingUp.When(new EndContact("ben", T(72))).ThenRefused(InteractionRefusals.NotYourInteraction);
        Waiting.When(ByAna).ThenRefused(InteractionRefusals.NotYourInteraction);
    }

    [Fact]
    public void What_another_agent_closed_is_over() =>
        Done.When(new EndContact("ben", T(90))).ThenRefused(InteractionRefusals.InteractionEnded);
}
