using System.Collections.Immutable;
using SupportGrid.Api.V1;
using SupportGrid.Contracts.Grains;
using SupportGrid.Domain.Wallboards;

namespace SupportGrid.Gateway.Live.Wallboards;

/// <summary>Turns boards into frames; a part that shows what it showed before stays the same part.</summary>
internal sealed class BoardPainter
{
    private Wallboard _board = Wallboard.Empty;
    private ImmutableDictionary<string, QueueLine> _estimates = ImmutableDictionary<string, QueueLine>.Empty;
    private DateTime _day;
    private BoardFrame? _last;

    /// <summary>The next frame.</summary>
    /// <param name="position">Everything up to here is folded into the board.</param>
    public BoardFrame Paint(
        Wallboard board, long position, ImmutableDictionary<string, QueueLine> estimates, DateTimeOffset now)
    {
        var number = (_last?.Number ?? 0) + 1;
        var anew = _last is null || _day != now.UtcDateTime.Date;
        var rows = (_last?.Rows ?? ImmutableSortedDictionary<string, BoardPart<QueueNumbers>>.Empty).ToBuilder();
        foreach (var gone in rows.Keys.Where(queue => !board.Queues.ContainsKey(queue)).ToList())
        {
            rows.Remove(gone);
        }

        foreach (var (queue, row) in board.Queues)
        {
            var estimate = estimates.GetValueOrDefault(queue);
            if (anew || !IsSame(queue, row, estimate))
            {
                rows[queue] = Next(rows.GetValueOrDefault(queue), row.ToProto(now, estimate), number, position);
            }
        }

        var staff = anew || board.Staff != _board.Staff
            ? Next(_last?.Staff, board.Staff.ToProto(), number, position)
            : _last!.Staff;
        (_board, _estimates, _day) = (board, estimates, now.UtcDateTime.Date);
        return _last = new BoardFrame(number, position, rows.ToImmutable(), staff) { Removed = board.Removed };
    }

    /// <summary>Rows that were not touched are the same objects, and then nothing needs to be computed.</summary>
    private bool IsSame(string queue, QueueRow row, QueueLine? estimate)
    {
        var before = _estimates.GetValueOrDefault(queue);
        return ReferenceEquals(row, _board.Queues.GetValueOrDefault(queue))
            && before?.WaitP50 == estimate?.WaitP50
            && before?.WaitP90 == estimate?.WaitP90
            && before?.Estimator == estimate?.Estimator;
    }

    private static BoardPart<TNumbers> Next<TNumbers>(
        BoardPart<TNumbers>? before, TNumbers numbers, long frame, long position)
        where TNumbers : class =>
        before is not null && before.Numbers.Equals(numbers)
            ? before
            : new BoardPart<TNumbers>(frame, position, numbers);
}
