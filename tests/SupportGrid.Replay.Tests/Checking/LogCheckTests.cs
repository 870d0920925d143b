using SupportGrid.Replay.Checking;
using SupportGrid.Replay.Tests.Support;

namespace SupportGrid.Replay.Tests.Checking;

public sealed class LogCheckTests
{
    [Fact]
    public void A_sound_log_has_no_problem()
    {
        var result = new LogWriter().SoundAgent().SoundInteraction().Check();
        Assert.Empty(result.Told);
        Assert.Equal((0, 1, 1, 0, 1, 1, 3, 1), (
            result.Problems, result.Interactions, result.Closed, result.Abandoned, result.Offers, result.Connections, result.Turns,
            result.MostCarried));
    }

    [Fact]
    public void A_turn_that_was_lost_is_caught() => AssertCaught(
        new LogWriter().Opened().Said(1).Offered().Connected().Said(2).Closed().Check(),
        "i1 has 2 turns that are not the 3 recorded ones in their order.");

    [Fact]
    public void A_turn_that_was_doubled_is_caught() => AssertCaught(
        new LogWriter().Opened().Said(1).Offered().Connected().Said(2).Said(3, "On its way.").Said(4, "Thanks.").Closed().Check(),
        "i1 has 4 turns that are not the 3 recorded ones in their order.");

    [Fact]
    public void A_number_that_was_given_twice_is_caught() => AssertCaught(
        new LogWriter().Opened().Said(1).Offered().Connected().Said(2).Said(2, "Thanks.").Closed().Check(),
        "i1 has message 2 after 2 (offer o1).");

    [Fact]
    public void Turns_out_of_order_are_caught() => AssertCaught(
        new LogWriter().Opened().Said(1).Offered().Connected().Said(2, "Thanks.").Said(3, "On its way.").Closed().Check(),
        "i1 has 3 turns that are not the 3 recorded ones in their order.");

    [Fact]
    public void Two_agents_at_once_are_caught() => AssertCaught(
        new LogWriter().Opened().Said(1).Offered().Connected().Offered("o2").Connected("o2", "ben").Said(2).Said(3).Closed().Check(),
        "i1 was given to ben while ana had it (offer o1).");

    [Fact]
    public void Two_offers_at_once_are_caught() => AssertCaught(
        new LogWriter().Opened().Said(1).Offered().Offered("o2").Connected()
            .Interaction("OfferRescinded", new { offer = "o2" }).Said(2).Said(3).Closed().Check(),
        "i1 was offered twice at once.");

    [Fact]
    public void An_offer_without_an_end_is_caught() => AssertCaught(
        new LogWriter().Opened().Said(1).Offered("o0").Offered().Connected().Said(2).Said(3).Closed().Check(),
        "i1: offer o0 never ended.");

    [Fact]
    public void An_end_without_an_offer_is_caught() => AssertCaught(
        new LogWriter().Opened().Said(1).Offered().Connected()
            .Interaction("OfferExpired", new { offer = "o9" }).Said(2).Said(3).Closed().Check(),
        "i1 ended offer o9, which was not open (offer o1).");

    [Fact]
    public void A_conversation_closed_twice_is_caught() => AssertCaught(
        new LogWriter().SoundInteraction().Closed().Check(), "i1 is closed 2 times, not once.");

    [Fact]
    public void A_conversation_that_was_not_closed_is_caught() => AssertCaught(
        new LogWriter().Opened().Said(1).Offered().Connected().Said(2).Said(3).Check(), "i1 is closed 0 times, not once.");

    [Fact]
    public void A_conversation_that_was_never_opened_or_twice_is_caught()
    {
        AssertCaught(new LogWriter().Check(), "Conversation run/c1 became 0 interactions, not one.");
        AssertCaught(
            new LogWriter().SoundInteraction().Opened("i2").Closed("i2").Check(),
            "Conversation run/c1 became 2 interactions, not one.");
    }

    [Fact]
    public void A_release_by_somebody_else_is_caught() => AssertCaught(
        new LogWriter().Opened().Said(1).Offered().Connected()
            .Interaction("AgentReleased", new { offer = "o1", agent = "ben" }).Said(2).Said(3).Closed().Check(),
        "i1 was released by ben while ana had it (offer o1).");

    [Fact]
    public void A_position_or_a_version_that_repeats_or_skips_is_caught()
    {
        var repeated = new LogWriter().SoundInteraction();
        repeated.Events[2].Position = 2;
        AssertCaught(repeated.Check(), "position 2 came after 2.");
        var skipped = new LogWriter().SoundInteraction();
        skipped.Events[^1].Sequence = 9;
        AssertCaught(skipped.Check(), "interaction/i1 has version 9 after 6.");
    }

    [Fact]
    public void A_customer_who_left_may_leave_turns_unsaid()
    {
        var log = new LogWriter().Opened().Said(1).Offered().Interaction("OfferCancelled", new { offer = "o1" })
            .Interaction("InteractionAbandoned", new { }).Closed();
        var result = log.Check(customerLeaves: true);
        Assert.Empty(result.Told);
        Assert.Equal(1, result.Abandoned);
        AssertCaught(log.Check(), "i1: its customer left, who was to stay.");
    }

    [Fact]
    public void A_customer_who_left_as_an_agent_came_is_no_problem() => Assert.Empty(
        new LogWriter().Opened().Said(1).Offered().Connected().Interaction("ContactEnded", new { by = "Customer" })
            .Closed().Check(customerLeaves: true).Told);

    [Fact]
    public void Turns_out_of_order_before_the_customer_left_are_caught() => AssertCaught(
        new LogWriter().Opened().Said(1, "Thanks.").Interaction("InteractionAbandoned", new { }).Closed().Check(customerLeaves: true),
        "i1 has 1 turns that are not the 3 recorded ones in their order.");

    [Fact]
    public void A_customer_who_was_to_leave_and_was_served_has_said_everything() => AssertCaught(
        new LogWriter().Opened().Said(1).Offered().Connected().Said(2).Closed().Check(customerLeaves: true),
        "i1 has 2 turns that are not the 3 recorded ones in their order.");

    internal static void AssertCaught(LogCheckResult result, string problem)
    {
        Assert.Contains(problem, result.Told);
        Assert.NotEqual(0, result.Problems);
    }
}
