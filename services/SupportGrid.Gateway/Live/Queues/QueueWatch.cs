using Grpc.Core;
using SupportGrid.Api.V1;
using SupportGrid.Contracts.Grains;
using SupportGrid.Gateway.Identity;
using SupportGrid.Gateway.Live.Cursors;
using SupportGrid.Gateway.Live.Log;
using SupportGrid.Gateway.Live.Polls;
using SupportGrid.Gateway.Live.Watching;

namespace SupportGrid.Gateway.Live.Queues;

/// <summary>
/// Serves <c>WatchQueue</c>: the line of one queue. It is conflated and has no resume point: a client that comes back
/// gets the line as it is.
/// </summary>
public sealed class QueueWatch(LiveServices services)
{
    private readonly SharedPolls<(string Tenant, string Group, string Queue), QueueLine> _lines = new(
        (key, _) => services.Grains.GetGrain<IDispatcherGrain>(GrainKeys.Of(key.Tenant, key.Group))
            .GetLine(key.Queue, services.Options.LinePlacesMax),
        TimeSpan.FromMilliseconds(services.Options.LineRefreshMs),
        services.Clock,
        services.Log);

    /// <summary>Lines that are asked for at the moment.</summary>
    internal int LinesAsked => _lines.Count;

    public async Task RunAsync(
        WatchQueueRequest request,
        Caller caller,
        IServerStreamWriter<WatchQueueResponse> stream,
        ServerCallContext context)
    {
        var configuration = await services.Grains
            .GetGrain<IConfigurationGrain>(GrainKeys.Configuration(caller.Tenant)).Read();
        if (!configuration.State.Queues.TryGetValue(request.Queue, out var policy))
        {
            throw StreamEndings.UnknownQueue();
        }

        var wake = new WakeSignal();
        using var line = _lines.Join((caller.Tenant, policy.RoutingGroup, request.Queue), "", wake);
        using var alarms = new StreamAlarms(services, caller.ExpiresAt, wake, context.CancellationToken);
        await new ConflatedStream<WatchQueueResponse>(services, LiveView.Queue, stream, context.CancellationToken)
            .RunAsync(() => line.Latest is { } latest ? Response(request.Queue, latest) : null, Stamp, wake, alarms);
    }

    private static WatchQueueResponse Response(string queue, QueueLine line)
    {
        var response = new WatchQueueResponse { Queue = queue, Waiting = line.Waiting };
        response.Line.AddRange(line.Places.Select(PlaceMapping.ToProto));
        return response;
    }

    private void Stamp(WatchQueueResponse response) => response.AsOf = services.Clock.GetUtcNow().ToProto();
}
