using SupportGrid.Domain.Interactions;
using SupportGrid.Domain.Routing;
using SupportGrid.Domain.Tests.Samples;
using static SupportGrid.Domain.Tests.Interactions.InteractionSamples;
using static SupportGrid.Domain.Tests.Samples.Instants;

namespace SupportGrid.Domain.Tests.Interactions;

public sealed class LoseAgentTests
{
    private static readonly LoseAgent Lost = new("o1", "connection_lost", T(40));

    [Fact]
    public void It_goes_back_to_its_place_and_prefers_the_lost_agent_for_a_while() =>
        OnHold.When(Lost).Then(
            new AgentReleased("o1", "ana", "connection_lost", T(40)),
            new InteractionQueued(
                "billing",
                QueuedBecause.AgentLost,
                T(0),
                5,
                [new SkillRequirement("billing", 2)],
                "ana",
                T(55),
                null,
                PolicySnapshot.Of(Policies.Billing),
                T(40)));

    [Fact]
    public void A_wrap_up_without_its_agent_closes() =>
        WrappingUp.When(Lost with { At = T(75) }).Then(
            new WrapUpCompleted("o1", "ana", "agent_lost", "", false, T(75)),
            new InteractionClosed(CloseReason.Served, "agent_lost", "o1", "ana", T(75)));

    [Fact]
    public void Losing_an_agent_who_does_not_have_it_any_more_is_nothing()
    {
        Talking.When(Lost with { Offer = "o0" }).ThenNothing();
        WrappingUp.When(Lost with { Offer = "o0" }).ThenNothing();
        Talking.And(Lost).When(Lost).ThenNothing();
        Asked.When(Lost).ThenNothing();
        Done.When(Lost).ThenNothing();
        InteractionScenario.Given().When(Lost).ThenNothing();
    }
}
