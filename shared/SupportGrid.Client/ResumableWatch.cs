using System.Runtime.CompilerServices;
using Grpc.Core;

namespace SupportGrid.Client;

/// <summary>
/// A stream that survives its connection: it opens with the last cursor again, after a pause that grows.
/// </summary>
/// <remarks>
/// Promise: what is yielded between two restarts is the snapshot (only without a cursor), then every change once and in
/// order. When the stream broke before the snapshot was complete, or when the server says that the cursor is too old, in
/// the future or of another log, a restart is yielded and the snapshot begins anew. Errors that a repeat cannot mend
/// (no rights, signed out) end the enumeration with that <see cref="RpcException"/>.
/// </remarks>
public static class ResumableWatch
{
    private static readonly HashSet<string> RestartReasons =
        ["CURSOR_TOO_OLD", "CURSOR_IN_FUTURE", "CURSOR_FOREIGN", "CURSOR_MALFORMED"];

    internal static async IAsyncEnumerable<Watched<TResponse>> RunAsync<TResponse>(
        SupportGridClient client,
        SupportGridClientOptions options,
        Func<string, CallOptions, AsyncServerStreamingCall<TResponse>> open,
        Func<TResponse, string> cursorOf,
        string cursor,
        [EnumeratorCancellation] CancellationToken cancellationToken)
        where TResponse : class
    {
        var failures = 0;
        var yielded = false;
        while (true)
        {
            using var silence = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            using var call = open(cursor, await client.CallOptionsAsync(null, silence.Token));
            while (true)
            {
                var (response, error) = await NextAsync(call, options, silence, cancellationToken);
                if (response is not null)
                {
                    failures = 0;
                    yielded = true;
                    var next = cursorOf(response);
                    cursor = next.Length > 0 ? next : cursor;
                    yield return new Watched<TResponse>(response, Restarted: false);
                    continue;
                }

                if (error is null)
                {
                    yield break;
                }

                if (RestartReasons.Contains(RpcErrors.ReasonOf(error)))
                {
                    cursor = "";
                }
                else if (!RpcErrors.IsTransient(error))
                {
                    throw error;
                }

                break;
            }

            if (cursor.Length == 0 && yielded)
            {
                yielded = false;
                yield return new Watched<TResponse>(null, Restarted: true);
            }

            await Task.Delay(Pause(options, failures++), options.Time, cancellationToken);
        }
    }

    private static async Task<(TResponse? Response, RpcException? Error)> NextAsync<TResponse>(
        AsyncServerStreamingCall<TResponse> call,
        SupportGridClientOptions options,
        CancellationTokenSource silence,
        CancellationToken cancellationToken)
        where TResponse : class
    {
        // One timer per stream would do; re-arming this one is as cheap and cannot be forgotten.
        silence.CancelAfter(options.StreamSilenceMax);
        try
        {
            return await call.ResponseStream.MoveNext(CancellationToken.None)
                ? (call.ResponseStream.Current, null)
                : (null, null);
        }
        catch (RpcException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (RpcException e) when (silence.IsCancellationRequested)
        {
            return (null, new RpcException(new Status(StatusCode.Unavailable, "The stream fell silent."), e.Trailers));
        }
        catch (RpcException e)
        {
            return (null, e);
        }
    }

    private static TimeSpan Pause(SupportGridClientOptions options, int failures)
    {
        var grown = options.BackoffMin * Math.Pow(2, Math.Min(failures, 16));
        var capped = grown < options.BackoffMax ? grown : options.BackoffMax;

        // Half fixed, half by chance: thousands of clients must not come back in one instant.
        return (capped / 2) + (capped / 2 * Random.Shared.NextDouble());
    }
}
