using SupportGrid.Contracts.Grains;

namespace SupportGrid.EventSourcing;

/// <summary>
/// The last refusals of an activation by request id, so that a repeated request is refused for the same reason. They are
/// not durable: a refused request changed nothing, so deciding it anew after a restart is safe.
/// </summary>
internal sealed class RefusalMemory(int refusalsMax)
{
    private readonly Dictionary<string, (string? Fingerprint, CommandReply Reply)> _replies = [];
    private readonly Queue<string> _order = new();

    public CommandReply Note(CommandMeta meta, CommandReply reply)
    {
        if (refusalsMax > 0 && _replies.TryAdd(meta.RequestId, (meta.Fingerprint, reply)))
        {
            _order.Enqueue(meta.RequestId);
            if (_order.Count > refusalsMax)
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
