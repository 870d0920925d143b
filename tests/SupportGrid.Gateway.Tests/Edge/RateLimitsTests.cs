using SupportGrid.Gateway.Edge;
using SupportGrid.Gateway.Roles;
using SupportGrid.Gateway.Tests.Support;

namespace SupportGrid.Gateway.Tests.Edge;

public sealed class RateLimitsTests
{
    [Fact]
    public void Take_OneSubjectTakesAll_OthersOfTheTenantStillCall()
    {
        using var limits = new RateLimits(new GatewayOptions
        {
            DataFolder = "nowhere",
            SubjectCallsBurstMax = 5,
            SubjectCallsPerSecondMax = 10,
            TenantCallsBurstMax = 8,
            TenantCallsPerSecondMax = 10,
        });
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
}
