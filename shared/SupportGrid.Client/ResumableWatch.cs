using System.Runtime.CompilerServices;
using Grpc.Core;

namespace SupportGrid.Client;

/// <summary>
/// A stream that survives its connection: it opens with the last cursor again, after a pause that grows.
/// </summary>
/// <remarks>
/// Promise: what is yielded between two restarts is the snapshot (only without a cursor), then every change once and in
/// order. A restart is yielded before the snapshot begins anew: when the stream broke before its first cursor, or when
/// the server refuses the cursor (too old, in the future, foreign, or not readable for it), also if it is the very
/// first, which the caller had saved. A token that was refused is asked for again; the watch goes on if another one
/// comes. Errors that a repeat cannot mend (no rights, signed out, a limit) end the enumeration with that
/// <see cref="RpcException"/>; cancelling ends it with <see cref="OperationCanceledException"/>.
/// </remarks>
public static class ResumableWatch
{
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

        // Whoever comes with a cursor of their own holds what was folded up to it.
        var callerHolds = cursor.Length > 0;
        while (true)
        {
            var token = await client.TokenAsync(cancellationToken);
            using var silence = new StreamSilence(options, cancellationToken);
            using var call = open(cursor, client.CallOptions(token, null, silence.Token));
            RpcException? error;
            while (true)
            {
                (var response, error) = await NextAsync(call, silence, cancellationToken);
                if (response is null)
                {
                    break;
                }

                (failures, callerHolds) = (0, true);
                var next = cursorOf(response);
                cursor = next.Length > 0 ? next : cursor;
                yield return new Watched<TResponse>(response, Restarted: false);
            }

            if (error is null)
            {
                yield break;
            }

            cursor = await ResumePointAsync(client, error, cursor, token, cancellationToken);
            if (cursor.Length == 0 && callerHolds)
            {
                callerHolds = false;
                yield return new Watched<TResponse>(null, Restarted: true);
            }

            await Task.Delay(Backoff.Pause(options, failures++, error), options.Time, cancellationToken);
        }
    }

    /// <summary>The cursor to go on with after an error; throws the error if there is no going on.</summary>
    private static async ValueTask<string> ResumePointAsync(
        SupportGridClient client, RpcException error, string cursor, string token, CancellationToken cancellationToken)
    {
        if (cursor.Length > 0 && RpcErrors.IsCursorRefused(error))
        {
            return "";
        }

        return RpcErrors.IsTransient(error) || await client.HasOtherTokenAsync(error, token, cancellationToken)
            ? cursor
            : throw error;
    }

    private static async Task<(TResponse? Response, RpcException? Error)> NextAsync<TResponse>(
        AsyncServerStreamingCall<TResponse> call, StreamSilence silence, CancellationToken cancellationToken)
        where TResponse : class
    {
        silence.Begin();
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
        catch (RpcException) when (silence.IsTooLong)
        {
            return (null, new RpcException(new Status(StatusCode.Unavailable, "The stream fell silent.")));
        }
        catch (RpcException e)
        {
            return (null, e);
        }
        finally
        {
            // What the consumer does with a response may take its time: that is not the server's silence.
            silence.End();
        }
    }
}
