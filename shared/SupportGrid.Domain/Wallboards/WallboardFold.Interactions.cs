using SupportGrid.Domain.Interactions;
using SupportGrid.Domain.Queues;

namespace SupportGrid.Domain.Wallboards;

/// <content>Interactions on the board.</content>
public static partial class WallboardFold
{
    private static readonly ServiceCounts OneOffered = ServiceCounts.None with { Offered = 1 };
    private static readonly ServiceCounts OneFlowedOut = ServiceCounts.None with { FlowedOut = 1 };

    private static Wallboard OfInteraction(Wallboard board, string id, InteractionEvent @event)
    {
        if (@event is InteractionQueued queued)
        {
            return Enqueue(board, id, queued);
        }

        if (!board.Items.TryGetValue(id, out var item))
        {
            return board;
        }

        return @event switch
        {
            OfferIssued => Move(board, id, item, item with { Stage = BoardStage.Offered }),
            OfferRejected or OfferExpired or OfferCancelled or OfferRescinded =>
                Move(board, id, item, item with { Stage = BoardStage.Waiting }),
            AgentConnected e => Connect(board, id, item, e),
            WrapUpStarted => Move(board, id, item, item with { Stage = BoardStage.Wrapping }),
            ChannelSwitched { To: Channel.Callback } e when !item.Counted => AskForCallback(board, id, item, e),
            InteractionTransferred { FromAgent: null } when !item.Counted => Count(
                board, item, BoardBucket.None with { Counts = OneFlowedOut }),
            InteractionAbandoned e => Abandon(board, id, item, e),
            InteractionClosed e => Close(board, id, item, e),
            _ => board,
        };
    }

    private static Wallboard Enqueue(Wallboard board, string id, InteractionQueued e)
    {
        // The same place in the same line again (channel switched, agent lost): nothing new to count.
        var known = board.Items.GetValueOrDefault(id);
        var again = known is not null && known.Queue == e.Queue && known.Place == e.Place;
        var item = new BoardItem(e.Queue, BoardStage.Waiting, e.Place, again && known!.Counted, null);
        var moved = Move(board, id, known, item);
        return again ? moved : Count(moved, item, BoardBucket.None with { Counts = OneOffered });
    }

    private static Wallboard Connect(Wallboard board, string id, BoardItem item, AgentConnected e)
    {
        var connected = item with { Stage = BoardStage.Connected, Counted = true, ConnectedAt = e.At };
        var moved = Move(board, id, item, connected);
        if (item.Counted)
        {
            return moved;
        }

        var within = e.Waited <= ThresholdOf(board, item) ? 1 : 0;
        var counts = ServiceCounts.None with { Answered = 1, AnsweredWithin = within };
        return Count(moved, item, BoardBucket.None with { Counts = counts, AnswerWaits = e.Waited });
    }

    /// <summary>
    /// It stays in the line, at its place; but it has been removed in the sense of service levels, and what becomes of
    /// it is counted no more.
    /// </summary>
    private static Wallboard AskForCallback(Wallboard board, string id, BoardItem item, ChannelSwitched e)
    {
        var within = e.At - item.Place <= ThresholdOf(board, item) ? 1 : 0;
        var asked = board with { Items = board.Items.SetItem(id, item with { Counted = true }) };
        var counts = ServiceCounts.None with { Callbacks = 1, CallbackWithin = within };
        return Count(asked, item, BoardBucket.None with { Counts = counts });
    }

    private static Wallboard Abandon(Wallboard board, string id, BoardItem item, InteractionAbandoned e)
    {
        // An interaction that was answered before counts once: as answered; likewise one that asked for a callback.
        var counts = item.Counted
            ? ServiceCounts.None
            : ServiceCounts.None with
            {
                Abandoned = 1,
                ShortAbandoned = e.Short ? 1 : 0,
                AbandonedWithin = e.Waited <= ThresholdOf(board, item) ? 1 : 0,
            };
        return Count(Move(board, id, item, null), item, BoardBucket.None with { Counts = counts });
    }

    private static Wallboard Close(Wallboard board, string id, BoardItem item, InteractionClosed e)
    {
        var moved = Move(board, id, item, null);
        return e.Reason == CloseReason.Served && item.ConnectedAt is { } since
            ? Count(moved, item, BoardBucket.None with { Handled = 1, HandleTimes = e.At - since })
            : moved;
    }

    private static TimeSpan ThresholdOf(Wallboard board, BoardItem item) =>
        board.Queues.TryGetValue(item.Queue, out var row) ? row.Target.Threshold : ServiceTarget.Default.Threshold;

    private static Wallboard Count(Wallboard board, BoardItem item, BoardBucket counts) => board with
    {
        Queues = board.Queues.SetItem(item.Queue, RowOf(board, item.Queue).Count(item.Place, counts)),
    };

    /// <summary>Takes the item off the row where it was and puts it on the row where it is.</summary>
    private static Wallboard Move(Wallboard board, string id, BoardItem? before, BoardItem? after)
    {
        var queues = board.Queues;
        if (before is not null)
        {
            queues = queues.SetItem(before.Queue, Place(RowOf(board, before.Queue), id, before, -1));
        }

        if (after is not null)
        {
            var row = queues.TryGetValue(after.Queue, out var known) ? known : RowOf(board, after.Queue);
            queues = queues.SetItem(after.Queue, Place(row, id, after, +1));
        }

        return board with
        {
            Queues = queues,
            Items = after is null ? board.Items.Remove(id) : board.Items.SetItem(id, after),
        };
    }

    private static QueueRow Place(QueueRow row, string id, BoardItem item, int by)
    {
        var place = new WaitingPlace(item.Place, id);
        return item.Stage switch
        {
            BoardStage.Waiting => row with { Line = by > 0 ? row.Line.Add(place) : row.Line.Remove(place) },
            BoardStage.Offered => row with
            {
                Line = by > 0 ? row.Line.Add(place) : row.Line.Remove(place), Offered = row.Offered + by,
            },
            BoardStage.Connected => row with { Connected = row.Connected + by },
            _ => row with { Wrapping = row.Wrapping + by },
        };
    }

    private static QueueRow RowOf(Wallboard board, string queue) =>
        board.Queues.TryGetValue(queue, out var row) ? row : QueueRow.Of(queue, queue, ServiceTarget.Default);
}
