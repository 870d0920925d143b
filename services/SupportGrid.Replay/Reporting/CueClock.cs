using System.Collections.Concurrent;

namespace SupportGrid.Replay.Reporting;

/// <summary>
/// How long cues take to the live desk streams. The customer's side notes when a message was sent and acknowledged, the
/// agent's when its cue was shown; the two meet here, in whichever order they come. Thread-safe.
/// </summary>
public sealed class CueClock
{
    private readonly ConcurrentDictionary<(string Interaction, int Sequence), DateTimeOffset> _shown = new();
    private readonly ConcurrentDictionary<(string Interaction, int Sequence), Said> _said = new();
    private readonly ConcurrentBag<double> _afterAcknowledgementMs = [];
    private readonly ConcurrentBag<double> _afterSendingMs = [];
    private readonly ConcurrentDictionary<string, int> _kinds = new();
    private long _cues;
    private long _alerts;

    /// <summary>Cues that came by a live stream, hard alerts among them.</summary>
    public long Cues => Interlocked.Read(ref _cues);

    public long Alerts => Interlocked.Read(ref _alerts);

    public IReadOnlyDictionary<string, int> Kinds => _kinds;

    /// <summary>From the acknowledgement to the cue; 0 for a cue that was faster than the acknowledgement.</summary>
    public IReadOnlyCollection<double> AfterAcknowledgementMs => _afterAcknowledgementMs;

    /// <summary>From the call that sent the message to the cue.</summary>
    public IReadOnlyCollection<double> AfterSendingMs => _afterSendingMs;

    /// <param name="sequence">Number of the message within the interaction.</param>
    public void NoteSaid(string interaction, int sequence, DateTimeOffset sent, DateTimeOffset acknowledged)
    {
        var key = (interaction, sequence);
        _said[key] = new Said(sent, acknowledged);
        Meet(key);
    }

    public void NoteShown(string interaction, int sequence, string kind, bool isAlert, DateTimeOffset at)
    {
        var key = (interaction, sequence);
        if (!_shown.TryAdd(key, at))
        {
            // A stream that was resumed without its cursor shows it again.
            return;
        }

        Interlocked.Increment(ref _cues);
        if (isAlert)
        {
            Interlocked.Increment(ref _alerts);
        }

        _kinds.AddOrUpdate(kind, 1, static (_, count) => count + 1);
        Meet(key);
    }

    /// <summary>Whoever takes what was said measures; nobody else does.</summary>
    private void Meet((string Interaction, int Sequence) key)
    {
        if (_shown.TryGetValue(key, out var shown) && _said.TryRemove(key, out var said))
        {
            _afterAcknowledgementMs.Add(Math.Max(0, (shown - said.Acknowledged).TotalMilliseconds));
            _afterSendingMs.Add((shown - said.Sent).TotalMilliseconds);
        }
    }

    private sealed record Said(DateTimeOffset Sent, DateTimeOffset Acknowledged);
}
