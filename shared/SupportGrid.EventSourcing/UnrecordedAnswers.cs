using SupportGrid.Contracts.Grains;

namespace SupportGrid.EventSourcing;

/// <summary>
/// The last answers of an activation that left no event, by request id: refusals, and "it is so already" to a caller. A
/// repeated request gets the same one. They are not durable: such a request changed nothing, so it may be decided anew
/// after a restart.
/// </summary>
internal sealed class UnrecordedAnswers(int answersMax)
{
    private readonly Dictionary<string, (string? Fingerprint, CommandReply Reply)> _replies = [];
    private readonly Queue<string> _order = new();

    public CommandReply Note(CommandMeta meta, CommandReply reply)
    {
        if (answersMax > 0 && _replies.TryAdd(meta.RequestId, (meta.Fingerprint, reply)))
        {
            _order.Enqueue(meta.RequestId);
            if (_order.Count > answersMax)
            {
                _replies.Remove(_order.Dequeue());
            }
        }

        return reply;
    }

    public CommandReply? Find(CommandMeta meta)
    {
        if (!_replies.TryGetValue(meta.RequestId, out var noted))
        {
            return null;
        }

        return meta.Fingerprint is not null && noted.Fingerprint is not null && meta.Fingerprint != noted.Fingerprint
            ? noted.Reply with { Refusal = ShellRefusals.RequestIdReused }
            : noted.Reply with { Repeated = true };
    }
}
