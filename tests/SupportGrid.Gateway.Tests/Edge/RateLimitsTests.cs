using SupportGrid.Gateway.Edge;
using SupportGrid.Gateway.Roles;
using SupportGrid.Gateway.Tests.Support;

namespace SupportGrid.Gateway.Tests.Edge;

public sealed class RateLimitsTests
{
    [Fact]
    public void Take_OneSubjectTakesAll_OthersOfTheTenantStillCall()
    {
        var limits = Limits(burst: 5, perSecond: 10, new TestTime());
        var noisy = Callers.With(Role.Agent, "noisy");
        for (var call = 0; call < 5; call++)
        {
            Assert.Null(limits.Take(noisy));
        }

        Assert.NotNull(limits.Take(noisy));
        Assert.NotNull(limits.Take(noisy));
        Assert.Null(limits.Take(Callers.With(Role.Agent, "quiet")));
        Assert.Null(limits.Take(Callers.With(Role.Agent, "noisy", "other")));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(14)]
    [InlineData(100)]
    public void Take_AfterASecond_GivesWhatTheLimitSaysAndNoMore(int perSecond)
    {
        var time = new TestTime();
        var limits = Limits(burst: 200, perSecond, time);
        var caller = Callers.With(Role.Agent, "ana");
        while (limits.Take(caller) is null)
        {
            // Until the burst is used up.
        }

        var made = 0;
        for (var step = 0; step < 100; step++)
        {
            time.Move(TimeSpan.FromMilliseconds(10));
            made += limits.Take(caller) is null ? 1 : 0;
        }

        Assert.Equal(perSecond, made);
    }

    [Fact]
    public void Take_Refused_SaysWhenTheNextCallIsThere()
    {
        var time = new TestTime();
        var limits = Limits(burst: 1, perSecond: 4, time);
        var caller = Callers.With(Role.Agent, "ana");
        Assert.Null(limits.Take(caller));
        Assert.Equal(TimeSpan.FromMilliseconds(250), limits.Take(caller));
        time.Move(TimeSpan.FromMilliseconds(250));
        Assert.Null(limits.Take(caller));
    }

    private static RateLimits Limits(int burst, int perSecond, TimeProvider time) => new(
        new GatewayOptions
        {
            DataFolder = "nowhere",
            SubjectCallsBurstMax = burst,
            SubjectCallsPerSecondMax = perSecond,
            TenantCallsBurstMax = burst + 3,
            TenantCallsPerSecondMax = 1_000,
        },
        time);
}
