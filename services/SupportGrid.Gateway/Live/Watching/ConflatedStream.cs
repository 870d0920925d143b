using Google.Protobuf;
using Grpc.Core;
using SupportGrid.Gateway.Live.Cursors;
using SupportGrid.Gateway.Live.Log;

namespace SupportGrid.Gateway.Live.Watching;

/// <summary>
/// Streams one value of which only the latest counts: whatever a slow client misses, a newer one replaces.
/// </summary>
internal sealed class ConflatedStream<TResponse>(
    LiveServices services, LiveView view, IServerStreamWriter<TResponse> stream, CancellationToken cancelled)
    where TResponse : class, IMessage<TResponse>
{
    private readonly ResponseWriter<TResponse> _writer = new(
        stream, TimeSpan.FromMilliseconds(services.Options.StreamWriteMsMax), services.Clock, cancelled);

    /// <summary>Runs until the client goes, or throws the status that the stream ends with.</summary>
    /// <param name="latest">The value now; null while there is none. Asked on every wake.</param>
    /// <param name="stamp">Adds what is no part of the value, such as the time of sending.</param>
    public async Task RunAsync(
        Func<TResponse?> latest, Action<TResponse> stamp, WakeSignal wake, StreamAlarms alarms)
    {
        var name = view.ToString();
        services.Metrics.Opened(name);
        try
        {
            await FollowAsync(latest, stamp, wake, alarms);
        }
        catch (Exception error) when (ClientGone.Explains(error, cancelled))
        {
            // Nobody is left to tell.
        }
        catch (ConsumerTooSlowException)
        {
            services.Metrics.TooSlow(name);
            throw StreamEndings.ConsumerTooSlow();
        }
        finally
        {
            services.Metrics.Closed(name);
            services.Metrics.Responded(name, _writer.Written);
        }
    }

    private async Task FollowAsync(
        Func<TResponse?> latest, Action<TResponse> stamp, WakeSignal wake, StreamAlarms alarms)
    {
        TResponse? sent = null;
        while (true)
        {
            alarms.ThrowIfOver();
            if (latest() is { } value && !value.Equals(sent))
            {
                // What is sent gets stamped; what is compared with the next one does not.
                sent = value;
                var stamped = value.Clone();
                stamp(stamped);
                await _writer.WriteAsync(stamped);
                await _writer.FlushAsync();
            }

            await wake.WaitAsync();
        }
    }
}
