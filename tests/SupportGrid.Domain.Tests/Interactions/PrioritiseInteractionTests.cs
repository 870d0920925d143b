using SupportGrid.Domain.Interactions;
using static SupportGrid.Domain.Tests.Interactions.InteractionSamples;
using static SupportGrid.Domain.Tests.Samples.Instants;

namespace SupportGrid.Domain.Tests.Interactions;

public sealed class PrioritiseInteractionTests
{
    private static readonly PrioritiseInteraction ToTwelve = new(12, "sue", "VIP", T(15));

    [Fact]
    public void A_supervisor_raises_what_waits() =>
        Waiting.When(ToTwelve).Then(new InteractionPrioritised(12, "sue", "VIP", T(15)));

    [Fact]
    public void What_is_being_offered_keeps_it_for_when_it_comes_back() =>
        Assert.Equal(12, Asked.And(ToTwelve).When(Reject(at: 16)).Becomes<Interaction.Queued>().Facts.Priority);

    [Fact]
    public void The_same_priority_again_is_nothing() => Waiting.And(ToTwelve).When(ToTwelve).ThenNothing();

    [Fact]
    public void What_does_not_wait_has_no_priority()
    {
        Talking.When(ToTwelve).ThenRefused(InteractionRefusals.NotWaiting);
        WrappingUp.When(ToTwelve).ThenRefused(InteractionRefusals.NotWaiting);
        Done.When(ToTwelve).ThenRefused(InteractionRefusals.NotWaiting);
    }

    [Theory]
    [InlineData(10_000.5)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(double.NaN)]
    public void A_priority_out_of_range_is_refused(double priority) =>
        Waiting.When(ToTwelve with { Priority = priority }).ThenRefused(InteractionRefusals.PriorityOutOfRange);

    [Fact]
    public void A_long_reason_is_refused() =>
        Waiting.When(ToTwelve with { Reason = new string('x', InteractionLimits.ReasonLengthMax + 1) })
            .ThenRefused(InteractionRefusals.ReasonTooLong);
}
