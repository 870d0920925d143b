using Grpc.Core;
using SupportGrid.Api.V1;
using SupportGrid.Gateway.Identity;
using SupportGrid.Gateway.Live.Cursors;
using SupportGrid.Gateway.Live.Log;
using SupportGrid.Gateway.Live.Watching;

namespace SupportGrid.Gateway.Live.Wallboards;

/// <summary>
/// Serves <c>WatchWallboard</c>: the whole board, then changed rows. Numbers are conflated: a screen that is slow, or
/// was away, gets the latest and nothing in between.
/// </summary>
public sealed class WallboardWatch(LiveServices services)
{
    private const string Name = nameof(LiveView.Wallboard);

    private readonly BoardProjections _boards = new(services);

    /// <summary>Boards that are folded at the moment.</summary>
    internal int BoardsFolded => _boards.Count;

    public async Task RunAsync(
        WatchWallboardRequest request,
        Caller caller,
        IServerStreamWriter<WatchWallboardResponse> stream,
        ServerCallContext context)
    {
        var cancelled = context.CancellationToken;
        var scope = new CursorScope(caller.Tenant, LiveView.Wallboard, "");
        var after = PositionOf(request.Cursor, scope);
        var wake = new WakeSignal();
        using var alarms = new StreamAlarms(services, caller.ExpiresAt, wake, cancelled);
        var writeMax = TimeSpan.FromMilliseconds(services.Options.StreamWriteMsMax);
        var writer = new ResponseWriter<WatchWallboardResponse>(stream, writeMax, services.Clock, cancelled);
        var screen = new WallboardScreen(writer, services.Cursors.WriterFor(scope), services.Clock, after);
        var board = _boards.Join(caller.Tenant, wake);
        services.Metrics.Opened(Name);
        try
        {
            await ShowAsync(board, screen, wake, alarms);
        }
        catch (Exception error) when (ClientGone.Explains(error, cancelled))
        {
            // Nobody is left to tell.
        }
        catch (ConsumerTooSlowException)
        {
            services.Metrics.TooSlow(Name);
            throw StreamEndings.ConsumerTooSlow();
        }
        finally
        {
            _boards.Leave(caller.Tenant, board, wake);
            services.Metrics.Closed(Name);
            services.Metrics.Responded(Name, writer.Written);
        }
    }

    private static async Task ShowAsync(
        BoardProjection board, WallboardScreen screen, WakeSignal wake, StreamAlarms alarms)
    {
        while (true)
        {
            alarms.ThrowIfOver();
            if (board.HasFailed)
            {
                throw StreamEndings.BoardUnavailable();
            }

            if (board.Latest is { } frame)
            {
                await screen.ShowAsync(frame);
                if (alarms.BookmarkDue)
                {
                    alarms.BookmarkDue = false;
                    await screen.BookmarkAsync(frame);
                }
            }

            await wake.WaitAsync();
        }
    }

    /// <summary>A cursor that is too old is as none: the whole board is no more than what has changed since.</summary>
    private long? PositionOf(string cursor, CursorScope scope)
    {
        if (cursor.Length == 0)
        {
            return null;
        }

        return services.Cursors.TryRead(cursor, scope, out var position) switch
        {
            CursorProblem.None => position,
            CursorProblem.TooOld => null,
            var problem => throw StreamEndings.Of(problem),
        };
    }
}
