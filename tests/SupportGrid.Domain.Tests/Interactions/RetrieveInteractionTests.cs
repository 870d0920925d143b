using SupportGrid.Domain.Interactions;
using static SupportGrid.Domain.Tests.Interactions.InteractionSamples;
using static SupportGrid.Domain.Tests.Samples.Instants;

namespace SupportGrid.Domain.Tests.Interactions;

public sealed class RetrieveInteractionTests
{
    private static readonly RetrieveInteraction ByAna = new("ana", T(50));

    [Fact]
    public void The_talk_goes_on_and_the_hold_is_measured()
    {
        var outcome = OnHold.When(ByAna);

        outcome.Then(new InteractionRetrieved("ana", TimeSpan.FromSeconds(30), T(50)));
        Assert.Equal(T(12), outcome.Becomes<Interaction.Connected>().Since);
    }

    [Fact]
    public void Retrieving_what_is_not_held_is_nothing() => Talking.When(ByAna).ThenNothing();

    [Fact]
    public void Another_agent_cannot_retrieve_it() =>
        OnHold.When(new RetrieveInteraction("ben", T(50))).ThenRefused(InteractionRefusals.NotYourInteraction);

    [Fact]
    public void Nobody_retrieves_what_nobody_has() =>
        Waiting.When(ByAna).ThenRefused(InteractionRefusals.NotYourInteraction);

    [Fact]
    public void Nobody_retrieves_what_is_over() => Done.When(ByAna).ThenRefused(InteractionRefusals.InteractionEnded);
}
