using Grpc.Core;

namespace SupportGrid.Client;

/// <summary>How long to wait before the next try of a call or of a broken stream.</summary>
internal static class Backoff
{
    private const int DoublingsMax = 16;

    /// <param name="failures">Tries that failed in a row before this one; 0 for the first.</param>
    public static TimeSpan Pause(SupportGridClientOptions options, int failures, RpcException? error)
    {
        var grown = options.BackoffMin * Math.Pow(2, Math.Min(failures, DoublingsMax));
        var capped = grown < options.BackoffMax ? grown : options.BackoffMax;

        // Half fixed, half by chance: thousands of clients must not come back in one instant, also not in the one that
        // the server has named to all of them.
        var pause = (capped / 2) + (capped / 2 * options.Random.NextDouble());
        return error is not null && RpcErrors.RetryDelayOf(error) is { } asked ? asked + pause : pause;
    }
}
