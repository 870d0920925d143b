using SupportGrid.Domain.Interactions;
using SupportGrid.Domain.Routing;
using SupportGrid.Domain.Tests.Samples;
using static SupportGrid.Domain.Tests.Interactions.InteractionSamples;
using static SupportGrid.Domain.Tests.Samples.Instants;

namespace SupportGrid.Domain.Tests.Interactions;

public sealed class TransferInteractionTests
{
    private static readonly PolicySnapshot OrdersSnapshot = PolicySnapshot.Of(Policies.Orders);

    private static InteractionQueued QueuedForOrders(
        double place, DirectTarget? direct, string? lastAgent, double at) =>
        new(
            "orders",
            QueuedBecause.Transferred,
            T(place),
            1,
            [new SkillRequirement("orders", 1)],
            lastAgent,
            null,
            direct,
            OrdersSnapshot,
            T(at));

    [Fact]
    public void The_agent_hands_it_to_another_queue() =>
        Talking.When(Transfer(Policies.Orders)).Then(
            new AgentReleased("o1", "ana", "transferred", T(30)),
            new InteractionTransferred("ana", "billing", "orders", null, "", "ana", T(30)),
            QueuedForOrders(30, null, "ana", 30));

    [Fact]
    public void The_agent_hands_it_to_another_agent() =>
        OnHold.When(Transfer(Policies.Orders, "ben")).Then(
            new AgentReleased("o1", "ana", "transferred", T(30)),
            new InteractionTransferred("ana", "billing", "orders", "ben", "", "ana", T(30)),
            QueuedForOrders(30, new DirectTarget("ben", T(60)), "ana", 30));

    [Fact]
    public void A_closed_queue_that_refuses_takes_nothing_over() =>
        Talking.When(Transfer(Policies.ClosedToAll) with { QueueIsOpen = false }).ThenRefused(InteractionRefusals.QueueClosed);

    [Fact]
    public void A_colleague_takes_it_over_whatever_the_hours_are() =>
        Talking.When(Transfer(Policies.ClosedToAll, "ben") with { QueueIsOpen = false }).Becomes<Interaction.Queued>();

    [Fact]
    public void A_supervisor_takes_it_from_the_agent() =>
        Assert.Equal("reassigned", Talking.When(Move(Policies.Orders)).ThenOne<AgentReleased>().Reason);

    [Fact]
    public void A_supervisor_moves_what_waits_to_a_new_place_in_another_queue() =>
        Waiting.When(Move(Policies.Orders)).Then(
            new InteractionTransferred(null, "billing", "orders", null, "", "sue", T(15)),
            QueuedForOrders(15, null, null, 15));

    [Fact]
    public void A_supervisor_directs_what_waits_to_an_agent_and_it_keeps_its_place()
    {
        var queued = Waiting.When(Move(Policies.Billing, "ben")).ThenOne<InteractionQueued>();

        Assert.Equal((T(0), new DirectTarget("ben", T(45))), (queued.Place, queued.Direct));
    }

    [Fact]
    public void A_supervisor_moves_what_is_being_offered() =>
        Asked.When(Move(Policies.Orders)).Then(
            new OfferCancelled("o1", "ana", "reassigned", T(15)),
            new InteractionTransferred(null, "billing", "orders", null, "", "sue", T(15)),
            QueuedForOrders(15, null, null, 15));

    [Fact]
    public void A_move_to_where_it_is_already_is_nothing()
    {
        Waiting.When(Move(Policies.Billing)).ThenNothing();
        Asked.When(Move(Policies.Billing)).ThenNothing();
        Asked.When(Move(Policies.Billing, "ana")).ThenNothing();
        Waiting.And(Move(Policies.Orders, "ben")).When(Move(Policies.Orders, "ben", at: 20)).ThenNothing();
    }

    [Fact]
    public void What_the_customer_asked_for_goes_along()
    {
        var open = Open() with { ExtraSkills = [new SkillRequirement("french", 2)], ExtraPriority = 3 };

        var queued = InteractionScenario.After(open).When(Move(Policies.Orders)).ThenOne<InteractionQueued>();

        Assert.Equal(
            [new SkillRequirement("orders", 1), new SkillRequirement("french", 2)], queued.Skills.AsEnumerable());
        Assert.Equal(4, queued.Priority);
    }

    [Fact]
    public void What_a_supervisor_added_to_the_priority_goes_along() =>
        Assert.Equal(
            8,
            Waiting.And(new PrioritiseInteraction(12, "sue", "", T(5)))
                .When(Move(Policies.Orders)).ThenOne<InteractionQueued>().Priority);

    [Fact]
    public void Who_said_no_before_may_be_asked_again() =>
        Assert.Empty(Asked.And(Reject()).When(Move(Policies.Orders)).Becomes<Interaction.Queued>().Facts.NotAgents);

    [Fact]
    public void An_agent_cannot_transfer_what_another_has()
    {
        Talking.When(Transfer(Policies.Orders, agent: "ben")).ThenRefused(InteractionRefusals.NotYourInteraction);
        Asked.When(Transfer(Policies.Orders)).ThenRefused(InteractionRefusals.NotYourInteraction);
        Waiting.When(Transfer(Policies.Orders)).ThenRefused(InteractionRefusals.NotYourInteraction);
    }

    [Fact]
    public void An_agent_cannot_transfer_to_themselves() =>
        Talking.When(Transfer(Policies.Orders, "ana")).ThenRefused(InteractionRefusals.TransferToSelf);

    [Fact]
    public void What_is_over_is_not_transferred()
    {
        WrappingUp.When(Move(Policies.Orders)).ThenRefused(InteractionRefusals.InteractionEnded);
        Done.When(Move(Policies.Orders)).ThenRefused(InteractionRefusals.InteractionEnded);
    }

    [Fact]
    public void A_long_note_is_refused() =>
        Talking.When(Transfer(Policies.Orders) with { Note = new string('x', InteractionLimits.NoteLengthMax + 1) })
            .ThenRefused(InteractionRefusals.NoteTooLong);

    [Fact]
    public void Transfers_have_a_limit()
    {
        var there = Enumerable.Range(0, InteractionLimits.TransfersMax)
            .Select(n => (InteractionCommand)Move(n % 2 == 0 ? Policies.Orders : Policies.Billing, at: n));

        Waiting.And(there).When(Move(Policies.Orders)).ThenRefused(InteractionRefusals.TransferLimit);
    }
}
