using System.Threading.RateLimiting;
using SupportGrid.Gateway.Identity;

namespace SupportGrid.Gateway.Edge;

/// <summary>How many unary calls a tenant and a subject may make: a bucket each, refilled steadily.</summary>
public sealed class RateLimits : IDisposable
{
    private const int RefillsPerSecond = 10;

    private static readonly TimeSpan RefillPeriod = TimeSpan.FromMilliseconds(1_000.0 / RefillsPerSecond);

    private readonly PartitionedRateLimiter<Caller> _tenants;
    private readonly PartitionedRateLimiter<Caller> _subjects;

    public RateLimits(GatewayOptions options)
    {
        _tenants = PartitionedRateLimiter.Create<Caller, string>(caller => RateLimitPartition.GetTokenBucketLimiter(
            caller.Tenant, _ => Bucket(options.TenantCallsPerSecondMax, options.TenantCallsBurstMax)));
        _subjects = PartitionedRateLimiter.Create<Caller, (string, string)>(
            caller => RateLimitPartition.GetTokenBucketLimiter(
                (caller.Tenant, caller.Subject),
                _ => Bucket(options.SubjectCallsPerSecondMax, options.SubjectCallsBurstMax)));
    }

    /// <summary>
    /// Takes one call. The subject's bucket goes first, so that one subject cannot empty the tenant's.
    /// </summary>
    /// <returns>Null when it may be made; else the time to wait.</returns>
    public TimeSpan? Take(Caller caller) => Take(_subjects, caller) ?? Take(_tenants, caller);

    public void Dispose()
    {
        _tenants.Dispose();
        _subjects.Dispose();
    }

    private static TimeSpan? Take(PartitionedRateLimiter<Caller> limiter, Caller caller)
    {
        using var lease = limiter.AttemptAcquire(caller);
        if (lease.IsAcquired)
        {
            return null;
        }

        return lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : RefillPeriod;
    }

    private static TokenBucketRateLimiterOptions Bucket(int perSecond, int burst) => new()
    {
        TokenLimit = burst,
        TokensPerPeriod = Math.Max(1, perSecond / RefillsPerSecond),
        ReplenishmentPeriod = RefillPeriod,
        QueueLimit = 0,
        AutoReplenishment = true,
    };
}
