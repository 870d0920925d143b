using Grpc.Core;
using SupportGrid.Api.V1;
using SupportGrid.Gateway.Identity;
using SupportGrid.Gateway.Live.Watching;

namespace SupportGrid.Gateway.Live.Wallboards;

/// <summary>
/// Serves <c>WatchWallboard</c>: the whole board, then changed rows. Numbers are conflated: a screen that is slow, or
/// was away, gets the latest and nothing in between.
/// </summary>
public sealed class WallboardWatch(LiveServices services)
{
    private readonly BoardProjections _boards = new(services);

    /// <summary>Boards that are folded at the moment.</summary>
    internal int BoardsFolded => _boards.Count;

    public async Task RunAsync(
        WatchWallboardRequest request,
        Caller caller,
        IServerStreamWriter<WatchWallboardResponse> stream,
        ServerCallContext context)
    {
        var screen = new WallboardScreen(caller.Tenant);
        var conflated = new ConflatedStream<BoardFrame, WatchWallboardResponse>(
            services, screen, caller.ExpiresAt, stream, context.CancellationToken);
        var board = screen.Board = _boards.Join(caller.Tenant, screen.Wake);
        try
        {
            await conflated.RunAsync(request.Cursor);
        }
        finally
        {
            _boards.Leave(caller.Tenant, board, screen.Wake);
        }
    }
}
