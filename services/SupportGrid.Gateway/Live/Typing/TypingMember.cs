using SupportGrid.Gateway.Live.Log;
using V1 = SupportGrid.Api.V1;

namespace SupportGrid.Gateway.Live.Typing;

/// <summary>
/// One stream's ear. Of each interaction only the latest note counts, so a slow stream costs no memory.
/// </summary>
internal sealed class TypingMember(WakeSignal wake, Action<TypingMember> leave) : IDisposable
{
    private readonly Lock _lock = new();
    private Dictionary<string, V1.Typing> _notes = [];

    public void Note(V1.Typing note)
    {
        lock (_lock)
        {
            _notes[note.InteractionId] = note;
        }

        wake.Set();
    }

    /// <summary>What was noted since the last time.</summary>
    public IReadOnlyCollection<V1.Typing> Take()
    {
        lock (_lock)
        {
            if (_notes.Count == 0)
            {
                return [];
            }

            var taken = _notes;
            _notes = [];
            return taken.Values;
        }
    }

    public void Dispose() => leave(this);
}
