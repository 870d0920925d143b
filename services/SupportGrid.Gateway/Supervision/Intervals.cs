using Google.Protobuf.WellKnownTypes;
using SupportGrid.Contracts.Grains;
using SupportGrid.Domain.Wallboards;
using SupportGrid.Gateway.Edge;
using SupportGrid.Gateway.Live.Wallboards;
using V1 = SupportGrid.Api.V1;

namespace SupportGrid.Gateway.Supervision;

/// <summary>The counts of the board by quarters of an hour.</summary>
public sealed class Intervals(IGrainFactory grains, TimeProvider time)
{
    /// <param name="queue">Empty for all.</param>
    /// <exception cref="Grpc.Core.RpcException">There is no such queue on the board.</exception>
    public async Task<V1.ListIntervalsResponse> Read(string tenant, string queue, int hours)
    {
        var board = (await grains.GetGrain<IWallboardGrain>(GrainKeys.Wallboard(tenant)).Read()).Board;
        if (queue.Length > 0 && !board.Queues.ContainsKey(queue))
        {
            throw EdgeErrors.Refused(GrainRefusals.QueueUnknown);
        }

        var now = time.GetUtcNow();
        var response = new V1.ListIntervalsResponse
        {
            AsOf = now.ToProto(), Interval = Duration.FromTimeSpan(QueueRow.BucketSpan),
        };
        response.Queues.AddRange(board.Queues.Values
            .Where(row => queue.Length == 0 || row.Queue == queue)
            .Select(row => row.Intervals(now - TimeSpan.FromHours(hours))));
        return response;
    }
}
