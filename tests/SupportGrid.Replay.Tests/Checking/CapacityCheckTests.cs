using SupportGrid.Replay.Tests.Support;

namespace SupportGrid.Replay.Tests.Checking;

public sealed class CapacityCheckTests
{
    [Fact]
    public void More_units_than_there_are_is_caught() => LogCheckTests.AssertCaught(
        Sound().Profile(units: 2, chats: 9).Takes("o2").Works("o3").Takes("o4").Check(),
        "ana took o4 (Chat) beyond its capacity beside Chat, Chat.");

    [Fact]
    public void More_of_a_channel_than_its_limit_is_caught_though_units_are_left() => LogCheckTests.AssertCaught(
        Sound().Profile(units: 9, chats: 1).Takes("o2").Takes("o3").Check(),
        "ana took o3 (Chat) beyond its capacity beside Chat.");

    [Fact]
    public void A_channel_that_the_agent_does_not_serve_is_caught() => LogCheckTests.AssertCaught(
        Sound().Profile().Takes("o2", "Sms").Check(), "ana took o2 (Sms) beyond its capacity beside nothing.");

    [Fact]
    public void What_may_be_interrupted_does_not_count_against_what_comes_on_top()
    {
        var result = Sound().Profile().Works("o2", "Email").Takes("o3", "Voice").Check();
        Assert.Empty(result.Told);
        Assert.Equal(3, result.MostCarried);
    }

    [Fact]
    public void What_may_not_be_interrupted_counts() => LogCheckTests.AssertCaught(
        Sound().Profile().Works("o2").Takes("o3", "Voice").Check(),
        "ana took o3 (Voice) beyond its capacity beside Chat.");

    [Fact]
    public void A_smaller_capacity_holds_for_what_comes_not_for_what_is_there()
    {
        var log = Sound().Profile().Takes("o2").Takes("o3").Profile(units: 1).Works("o2");
        Assert.Empty(log.Check().Told);
        log.Agent("WorkFinished", new { offer = "o2" }).Takes("o4");
        LogCheckTests.AssertCaught(log.Check(), "ana took o4 (Chat) beyond its capacity beside Chat.");
    }

    [Fact]
    public void An_offer_that_was_taken_twice_is_caught() => LogCheckTests.AssertCaught(
        Sound().Profile().Takes("o2").Takes("o2").Check(), "ana took o2 twice.");

    [Fact]
    public void A_session_that_ends_with_something_in_hand_is_caught()
    {
        var result = Sound().Profile().Takes("o2").Works("o3").Agent("AgentSignedOut", new { }).Check();
        LogCheckTests.AssertCaught(result, "ana signed out with offers in hand.");
        LogCheckTests.AssertCaught(result, "ana signed out with work in hand.");
    }

    private static LogWriter Sound() => new LogWriter().SoundInteraction();
}
