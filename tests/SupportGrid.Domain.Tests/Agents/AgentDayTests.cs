using SupportGrid.Domain.Agents;

namespace SupportGrid.Domain.Tests.Agents;

public sealed class AgentDayTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 20, 8, 0, 0, TimeSpan.Zero);
    private static readonly Presence Online = new("online", true, Start);
    private static readonly Presence Pause = new("break", false, Start);

    [Fact]
    public void Time_is_busy_ready_or_away_and_nothing_else()
    {
        var day = AgentDay.Of(
            [
                new AgentSignedIn(Online, At(1), At(0)),
                new OfferTaken(Offer("o-1"), At(10)),
                new WorkStarted(Work("o-1"), At(11)),
                new WorkMovedToWrapUp("o-1", "i-1", At(20)),
                new WorkFinished("o-1", "i-1", "closed", At(23)),
                new PresenceChanged(Pause, "agent", At(30)),
            ],
            Start,
            At(40));

        Assert.Equal((Minutes(12), Minutes(18), Minutes(10)), (day.Busy, day.Ready, day.Away));
        Assert.Equal(Minutes(40), day.SignedIn);
        Assert.Equal((1, 1, 1, Minutes(12)), (day.Offered, day.Accepted, day.Handled, day.HandleTime));
        Assert.Equal(0.4, day.Occupancy!.Value, 6);
        Assert.Equal(
            [
                RoutingStatus.Idle, RoutingStatus.Offered, RoutingStatus.Interacting, RoutingStatus.Wrapping,
                RoutingStatus.Idle, RoutingStatus.OffQueue,
            ],
            day.Spans.Select(static s => s.Status));
    }

    [Fact]
    public void What_was_before_only_tells_what_the_agent_was_doing_then()
    {
        var day = AgentDay.Of(
            [
                new AgentSignedIn(Online, At(1), At(0)),
                new WorkStarted(Work("o-1"), At(5)),
                new WorkFinished("o-1", "i-1", "transferred", At(30)),
                new AgentNotResponding("o-2", At(40)),
                new AgentSignedOut("signed_out", "ana", At(50)),
            ],
            At(20),
            At(60));

        Assert.Equal((0, 1, 1), (day.Accepted, day.Transferred, day.Missed));
        Assert.Equal((Minutes(10), Minutes(10), Minutes(10)), (day.Busy, day.Ready, day.Away));
    }

    [Fact]
    public void Without_time_for_work_there_is_no_occupancy() =>
        Assert.Null(AgentDay.Of([], Start, At(60)).Occupancy);

    private static DateTimeOffset At(int minute) => Start.AddMinutes(minute);

    private static TimeSpan Minutes(int count) => TimeSpan.FromMinutes(count);

    private static OfferInHand Offer(string id) => new(id, "i-1", 1, Channel.Chat, "support", At(60));

    private static WorkItem Work(string offer) =>
        new("i-1", offer, 1, Channel.Chat, "support", WorkStage.Interacting, At(0));
}
