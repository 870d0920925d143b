using SupportGrid.Replay.Reporting;

namespace SupportGrid.Replay.Tests;

public sealed class CueClockTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void NoteShown_AfterTheAcknowledgement_IsMeasuredFromItAndFromSending()
    {
        var clock = new CueClock();
        clock.NoteSaid("i1", 3, Noon, Noon.AddMilliseconds(4));
        clock.NoteShown("i1", 3, "Worry", isAlert: false, Noon.AddMilliseconds(9));

        Assert.Equal([5], clock.AfterAcknowledgementMs);
        Assert.Equal([9], clock.AfterSendingMs);
        Assert.Equal((1, 0), (clock.Cues, clock.Alerts));
    }

    [Fact]
    public void NoteShown_BeforeTheAcknowledgement_WaitsForIt()
    {
        var clock = new CueClock();
        clock.NoteShown("i1", 3, "Demand", isAlert: true, Noon.AddMilliseconds(2));
        Assert.Empty(clock.AfterAcknowledgementMs);

        clock.NoteSaid("i1", 3, Noon, Noon.AddMilliseconds(4));

        Assert.Equal([0], clock.AfterAcknowledgementMs);
        Assert.Equal([2], clock.AfterSendingMs);
        Assert.Equal((1, 1), (clock.Cues, clock.Alerts));
    }

    [Fact]
    public void NoteShown_Again_CountsOnce()
    {
        var clock = new CueClock();
        clock.NoteSaid("i1", 3, Noon, Noon);
        clock.NoteShown("i1", 3, "Worry", isAlert: false, Noon.AddMilliseconds(7));
        clock.NoteShown("i1", 3, "Worry", isAlert: false, Noon.AddMilliseconds(900));

        Assert.Equal([7], clock.AfterAcknowledgementMs);
        Assert.Equal(1, clock.Cues);
    }

    [Fact]
    public void NoteShown_OfAnotherMessage_IsNotTakenForThis()
    {
        var clock = new CueClock();
        clock.NoteSaid("i1", 3, Noon, Noon);
        clock.NoteShown("i1", 4, "Worry", isAlert: false, Noon);
        clock.NoteShown("i2", 3, "Worry", isAlert: false, Noon);
        Assert.Empty(clock.AfterAcknowledgementMs);
    }
}
