using SupportGrid.Domain.Empathy;
using SupportGrid.Domain.Interactions;
using SupportGrid.Domain.Queues;
using SupportGrid.Domain.Tests.Samples;
using static SupportGrid.Domain.Tests.Empathy.Turns;
using static SupportGrid.Domain.Tests.Interactions.InteractionSamples;
using static SupportGrid.Domain.Tests.Samples.Instants;

namespace SupportGrid.Domain.Tests.Empathy;

public sealed class DistressTests
{
    private static readonly InteractionScenario Caring = WaitingIn(Policies.Caring);

    [Fact]
    public void A_customer_who_becomes_strained_or_upset_while_waiting_is_announced_with_it()
    {
        Assert.Empty(Announced(Caring, Customer(1, Plain)));
        Assert.Equal([new(Trajectory.Strained, false)], Announced(Caring, Customer(1, Angry)));
        Assert.Equal([new(Trajectory.Upset, false)], Announced(Caring.Hearing(Angry), Customer(2, Angry)));
        Assert.Empty(Announced(Caring.Hearing(Angry, Angry), Customer(3, Angry)));
    }

    [Fact]
    public void A_customer_who_recovers_while_waiting_is_announced_without()
    {
        var upset = Caring.Hearing(Angry, Angry);

        Assert.Null(Assert.Single(Announced(upset, Customer(3, Thankful))));
    }

    [Fact]
    public void An_alert_that_rests_on_facts_counts_and_one_that_rests_on_words_does_not()
    {
        var fact = WithFact(EffortCause.Transferred, 2, mayAlert: true);
        Assert.Equal([new(Trajectory.Calm, true)], Announced(Caring, Customer(1, fact)));

        var word = WithRule("human-wanted", RuleStrength.Alert, negative: 0);
        Assert.DoesNotContain(Announced(Caring, Customer(1, word)), static d => d is { FactAlert: true });
    }

    [Fact]
    public void What_was_told_on_opening_or_before_a_transfer_goes_into_the_line()
    {
        var angry = Open() with
        {
            Policy = Policies.Caring, FirstMessage = "Refund!", FirstMessageId = "m1", FirstReading = Angry,
        };
        Assert.Equal([new(Trajectory.Strained, false)], Announced(InteractionScenario.Given(), angry));

        var talking = TalkingIn(Policies.Billing).Hearing(Angry, Angry);
        Assert.Equal([new(Trajectory.Upset, false)], Announced(talking, Transfer(Policies.Caring)));
        Assert.Null(Assert.Single(Announced(talking, Transfer(Policies.Orders))));
    }

    [Fact]
    public void A_reopened_interaction_has_what_it_ended_with()
    {
        var closed = TalkingIn(Policies.Caring)
            .Hearing(Angry, Angry)
            .And(new EndContact("ana", T(72)), Complete("solved"));

        var reopen = new ReopenInteraction(Party.Customer, "zoe", Policies.Caring, true, T(100));
        Assert.Equal([new(Trajectory.Upset, false)], Announced(closed, reopen));
    }

    [Fact]
    public void Whoever_gives_up_waiting_is_not_announced_again()
    {
        var alarmed = Caring.And(Customer(1, WithFact(EffortCause.Transferred, 2, mayAlert: true)));

        Assert.Empty(Announced(alarmed, Leave(60)));
    }

    [Fact]
    public void Without_the_term_nothing_is_announced_and_nothing_stands_on_the_item()
    {
        Assert.Empty(Announced(WaitingIn(Policies.Billing), Customer(1, Angry)));
        Assert.Empty(Announced(WaitingIn(Policies.Billing with { Empathy = Policy }), Customer(1, Angry)));
        Assert.Null(ItemOf(WaitingIn(Policies.Billing).Hearing(Angry, Angry)).Distress);
        Assert.Equal(new CustomerDistress(Trajectory.Upset, false), ItemOf(Caring.Hearing(Angry, Angry)).Distress);
    }

    private static InteractionScenario WaitingIn(QueuePolicy policy) =>
        InteractionScenario.After(Open() with { Policy = policy });

    private static Domain.Routing.WaitingItem ItemOf(InteractionScenario given) =>
        InteractionReactions.ToWaitingItem(((Interaction.Existing)given.State).Facts, 1);

    private static List<CustomerDistress?> Announced(InteractionScenario given, InteractionCommand command)
    {
        var announced = new List<CustomerDistress?>();
        var state = given.State;
        foreach (var @event in InteractionDecider.Decide(state, command).Events)
        {
            var after = InteractionDecider.Evolve(state, @event);
            announced.AddRange(InteractionReactions.React(state, @event, after, 1)
                .OfType<TellItemWaiting>()
                .Select(static t => t.Item.Distress));
            state = after;
        }

        return announced;
    }
}
