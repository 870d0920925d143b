using SupportGrid.Domain.Interactions;
using SupportGrid.Gateway.Supervision;

namespace SupportGrid.Gateway.Tests.Supervision;

public sealed class TimelineSummaryTests
{
    /// <summary>
    /// Logs of early versions say of a lost agent's wrap-up that its time ran out; the code says what happened.
    /// </summary>
    [Theory]
    [InlineData("agent_lost", false, "ana was lost while wrapping up.")]
    [InlineData("agent_lost", true, "ana was lost while wrapping up.")]
    [InlineData("timeout", true, "The time for ana to wrap up ran out.")]
    [InlineData("solved", false, "ana wrapped up with solved.")]
    public void Of_WrapUp_SaysHowItEnded(string code, bool timedOut, string line) =>
        Assert.Equal(line, TimelineSummary.Of(new WrapUpCompleted("o-1", "ana", code, "", timedOut, DateTimeOffset.UnixEpoch)));
}
