using Grpc.Core;

namespace SupportGrid.Gateway.Tests.Whole;

internal static class StreamReading
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>The next response that fits; what comes before is passed over.</summary>
    public static async Task<T> Next<T>(this AsyncServerStreamingCall<T> call, Func<T, bool> fits, string awaited)
        where T : class
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            while (await call.ResponseStream.MoveNext(patience.Token))
            {
                if (fits(call.ResponseStream.Current))
                {
                    return call.ResponseStream.Current;
                }
            }
        }
        catch (RpcException e) when (patience.IsCancellationRequested)
        {
            throw new TimeoutException($"Waited {Patience.TotalSeconds} s in vain for {awaited}.", e);
        }

        throw new InvalidOperationException($"The stream ended before {awaited}.");
    }
}
