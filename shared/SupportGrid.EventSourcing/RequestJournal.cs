using System.Diagnostics.CodeAnalysis;

namespace SupportGrid.EventSourcing;

/// <summary>
/// Request ids that a stream has answered, newest last, bounded. It is rebuilt from the events, which carry the id of
/// the request that caused them; so it is exactly as durable as they are.
/// </summary>
internal sealed class RequestJournal(int entriesMax)
{
    private readonly Dictionary<string, JournalEntry> _entries = [];
    private readonly Queue<string> _order = new();

    public IEnumerable<JournalEntry> Entries => _order.Select(id => _entries[id]);

    public bool TryGet(string requestId, [NotNullWhen(true)] out JournalEntry? entry) =>
        _entries.TryGetValue(requestId, out entry);

    /// <summary>Notes an answer; of several events of one request the last counts.</summary>
    public void Note(JournalEntry entry)
    {
        if (_entries.TryAdd(entry.RequestId, entry))
        {
            _order.Enqueue(entry.RequestId);
        }
        else
        {
            _entries[entry.RequestId] = entry;
        }

        while (_order.Count > entriesMax)
        {
            _entries.Remove(_order.Dequeue());
        }
    }
}

/// <summary>An answered request.</summary>
[GenerateSerializer, Immutable, Alias("sg.JournalEntry")]
public sealed record JournalEntry(string RequestId, string? Fingerprint, long Version, long Position);
