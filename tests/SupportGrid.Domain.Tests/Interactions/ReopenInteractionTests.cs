using SupportGrid.Domain.Interactions;
using SupportGrid.Domain.Routing;
using SupportGrid.Domain.Tests.Samples;
using static SupportGrid.Domain.Tests.Interactions.InteractionSamples;
using static SupportGrid.Domain.Tests.Samples.Instants;

namespace SupportGrid.Domain.Tests.Interactions;

public sealed class ReopenInteractionTests
{
    private static readonly ReopenInteraction ByZoe = new(Party.Customer, "zoe", Policies.Billing, true, T(600));

    [Fact]
    public void It_takes_a_new_place_and_prefers_who_served_it() =>
        Done.When(ByZoe).Then(
            new InteractionReopened(Party.Customer, "zoe", T(600)),
            new InteractionQueued(
                "billing",
                QueuedBecause.Reopened,
                T(600),
                5,
                [new SkillRequirement("billing", 2)],
                "ana",
                T(615),
                null,
                PolicySnapshot.Of(Policies.Billing),
                T(600)));

    [Fact]
    public void A_closed_queue_that_refuses_does_not_take_it_back() =>
        Done.When(ByZoe with { QueueIsOpen = false, Policy = Policies.ClosedToAll }).ThenRefused(InteractionRefusals.QueueClosed);

    [Fact]
    public void A_closed_queue_that_waits_takes_it_back() =>
        Done.When(ByZoe with { QueueIsOpen = false }).Becomes<Interaction.Queued>();

    [Fact]
    public void What_was_abandoned_can_be_reopened_too() =>
        Waiting.And(Leave(9)).When(ByZoe).Becomes<Interaction.Queued>();

    [Fact]
    public void What_is_open_stays_open()
    {
        Waiting.When(ByZoe).ThenNothing();
        Asked.When(ByZoe).ThenNothing();
        Talking.When(ByZoe).ThenNothing();
        WrappingUp.When(ByZoe).ThenNothing();
    }

    [Fact]
    public void The_window_ends()
    {
        var closed = T(80);

        Done.When(ByZoe with { At = closed.AddDays(2) }).Becomes<Interaction.Queued>();
        Done.When(ByZoe with { At = closed.AddDays(2).AddTicks(1) }).ThenRefused(InteractionRefusals.ReopenWindowOver);
    }

    [Fact]
    public void Reopenings_have_a_limit()
    {
        var often = Enumerable.Range(0, InteractionLimits.ReopeningsMax)
            .SelectMany(n => new InteractionCommand[] { ByZoe with { At = T(100 + n) }, Leave(100 + n) });

        Done.And(often).When(ByZoe).ThenRefused(InteractionRefusals.ReopenLimit);
    }
}
