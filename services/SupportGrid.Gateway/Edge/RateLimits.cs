using SupportGrid.Gateway.Identity;

namespace SupportGrid.Gateway.Edge;

/// <summary>How many unary calls a tenant and a subject may make: a bucket each, filled steadily.</summary>
public sealed class RateLimits(GatewayOptions options, TimeProvider time)
{
    private readonly CallBuckets<string> _tenants =
        new(options.TenantCallsPerSecondMax, options.TenantCallsBurstMax, time);

    private readonly CallBuckets<(string Tenant, string Subject)> _subjects =
        new(options.SubjectCallsPerSecondMax, options.SubjectCallsBurstMax, time);

    /// <summary>
    /// Takes one call. The subject's bucket goes first, so that one subject cannot empty the tenant's.
    /// </summary>
    /// <returns>Null when it may be made; else the time to wait.</returns>
    public TimeSpan? Take(Caller caller) =>
        _subjects.Take((caller.Tenant, caller.Subject)) ?? _tenants.Take(caller.Tenant);
}
