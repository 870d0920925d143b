using SupportGrid.Replay.Playing;

namespace SupportGrid.Replay.Tests.Playing;

public sealed class DepartureTests
{
    [Fact]
    public void Decided_ByTheFirst_StaysSo()
    {
        using var goes = new Departure();
        Assert.True(goes.TryGo());
        goes.TryStay();
        Assert.True(goes.IsGoing);
        Assert.False(goes.Stay.IsCancellationRequested);

        using var stays = new Departure();
        stays.TryStay();
        Assert.False(stays.TryGo());
        Assert.False(stays.IsGoing);
        Assert.True(stays.Stay.IsCancellationRequested);
    }
}
