using Grpc.Core;
using SupportGrid.Api.V1;
using SupportGrid.Contracts.Grains;
using SupportGrid.Domain.Queues;
using SupportGrid.Gateway.Identity;
using SupportGrid.Gateway.Live.Polls;
using SupportGrid.Gateway.Live.Watching;

namespace SupportGrid.Gateway.Live.Queues;

/// <summary>
/// Serves <c>WatchQueue</c>: the line of one queue, whole whenever it is another one. It is conflated: a client that is
/// slow, or was away, gets the latest and nothing in between.
/// </summary>
public sealed class QueueWatch(LiveServices services)
{
    private readonly SharedPolls<(string Tenant, string Queue), LineFrame> _lines = new(
        (key, _) => ReadAsync(services, key.Tenant, key.Queue),
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
        await DemandAsync(caller.Tenant, request.Queue);
        var screen = new LineScreen(caller.Tenant, request.Queue);
        using var line = screen.Line = _lines.Join((caller.Tenant, request.Queue), "", screen.Wake);
        await new ConflatedStream<LineFrame, WatchQueueResponse>(
            services, screen, caller.ExpiresAt, stream, context.CancellationToken).RunAsync(request.Cursor);
    }

    /// <summary>
    /// The configuration knows a queue first; one that was taken out of service may still have a line.
    /// </summary>
    private async Task DemandAsync(string tenant, string queue)
    {
        var configuration = await services.Grains
            .GetGrain<IConfigurationGrain>(GrainKeys.Configuration(tenant)).Read();
        if (!configuration.State.Queues.ContainsKey(queue) && await FindAsync(services, tenant, queue) is null)
        {
            throw StreamEndings.UnknownQueue();
        }
    }

    private static async Task<QueueState.Defined?> FindAsync(LiveServices services, string tenant, string queue) =>
        (await services.Grains.GetGrain<IQueueGrain>(GrainKeys.Of(tenant, queue)).Read()).State as QueueState.Defined;

    /// <returns>Null: the line is not known as a whole at the moment.</returns>
    private static async Task<LineFrame?> ReadAsync(LiveServices services, string tenant, string queue)
    {
        if (await FindAsync(services, tenant, queue) is not { } found)
        {
            return null;
        }

        // Before the line is read: whatever was settled by then is in what comes.
        var position = await services.Store.ReadSettledAsync(tenant);
        var now = services.Clock.GetUtcNow();
        var line = await services.Grains
            .GetGrain<IDispatcherGrain>(GrainKeys.Of(tenant, found.Policy.RoutingGroup))
            .GetLine(queue, services.Options.LinePlacesMax);
        return line.IsWhole ? LineFrame.Of(line, found.Retired, position, now) : null;
    }
}
