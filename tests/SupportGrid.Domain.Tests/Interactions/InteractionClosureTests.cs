using SupportGrid.Domain.Empathy;
using SupportGrid.Domain.Interactions;
using SupportGrid.Domain.Queues;
using SupportGrid.Domain.Tests.Empathy;
using SupportGrid.Domain.Tests.Samples;
using static SupportGrid.Domain.Tests.Interactions.InteractionSamples;
using static SupportGrid.Domain.Tests.Samples.Instants;

namespace SupportGrid.Domain.Tests.Interactions;

public sealed class InteractionClosureTests
{
    private const int StatesMax = 3_000;

    private static readonly InteractionCommand[] Commands =
    [
        Open() with { Policy = Policies.WithWrapUp(WrapUpMode.Timed) with { Empathy = Consenting } },
        Open() with { Policy = Policies.WithWrapUp(WrapUpMode.None) },
        Say(Party.Customer, "zoe", "m1") with { Reading = Turns.Angry, Text = "I was charged twice" },
        Say(Party.Agent, "ana", "m2") with { Reading = Turns.Sorry },
        Turns.Answer("cue-1"),
        Turns.Revise(1, Turns.Calm) with { MessageId = "m1" },
        Say(Party.Supervisor, "sue", "m3"),
        Issue(),
        Issue("o2", "ben", at: 20),
        Accept(),
        Accept("o2", "ben", at: 21),
        Reject(),
        Reject("o2", "ben", at: 21),
        new ExpireOffer("o1", T(30)),
        new ExpireOffer("o2", T(40)),
        new RescindOffer("o1", "capacity", T(11)),
        new RescindOffer("o2", "capacity", T(11)),
        new LoseAgent("o1", "connection_lost", T(40)),
        new LoseAgent("o2", "agent_signed_out", T(40)),
        new HoldInteraction("ana", T(20)),
        new RetrieveInteraction("ana", T(50)),
        Transfer(Policies.Orders),
        Transfer(Policies.Overseas, "ben"),
        Move(Policies.Orders),
        Move(Policies.Billing, "ana"),
        new PrioritiseInteraction(9, "sue", "", T(15)),
        new SwitchChannel(Channel.Voice, TimeSpan.FromSeconds(30), T(25)),
        Leave(3),
        Leave(60),
        new EndContact("ana", T(72)),
        new EndContact("ben", T(72)),
        Complete("solved"),
        Complete(null, "ben"),
        new ExpireWrapUp(T(300)),
        new ReopenInteraction(Party.Customer, "zoe", Policies.Billing, true, T(600)),
        new RateInteraction(4, "", T(600)),
    ];

    private static EmpathyPolicy Consenting => EmpathyPolicy.Default with { ExternalModel = true };

    [Fact]
    public void Every_command_has_an_answer_in_every_state_and_a_repeat_changes_nothing()
    {
        var report = Closure.Explore<InteractionDecider, Interaction, InteractionCommand, InteractionEvent>(
            Commands, StatesMax);

        report.AssertEveryStateReached(typeof(Interaction));
        report.AssertEveryEventHappened(typeof(InteractionEvent));
        Assert.Equal(StatesMax, report.StatesExplored);
    }

    [Fact]
    public void Every_command_is_among_the_samples() => Assert.Empty(
        typeof(InteractionCommand).Assembly.GetTypes()
            .Where(t => t.IsSubclassOf(typeof(InteractionCommand)))
            .Except(Commands.Select(c => c.GetType())));
}
