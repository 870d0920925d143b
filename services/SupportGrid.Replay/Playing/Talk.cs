namespace SupportGrid.Replay.Playing;

/// <summary>How far a conversation has come, as its agent hears it.</summary>
internal sealed class Talk(int said)
{
    private readonly Lock _lock = new();
    private TaskCompletionSource _changed = New();
    private int _said = said;
    private bool _over;
    private int _finishes;

    public int Said
    {
        get
        {
            lock (_lock)
            {
                return _said;
            }
        }
    }

    /// <summary>A message with this sequence number was seen.</summary>
    public void Heard(int sequence) => Change(() => _said = Math.Max(_said, sequence));

    /// <summary>Whether the caller is the one who ends and wraps up: the first who asks.</summary>
    public bool TryFinish() => Interlocked.Increment(ref _finishes) == 1;

    /// <summary>The talk is over, or the interaction left the desk.</summary>
    public void End() => Change(() => _over = true);

    /// <summary>
    /// Waits until that many turns are said and returns how many are; null when the interaction left the desk.
    /// </summary>
    public async Task<int?> UntilAsync(int turns, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task changed;
            lock (_lock)
            {
                if (_over || _said >= turns)
                {
                    return _over ? null : _said;
                }

                changed = _changed.Task;
            }

            await changed.WaitAsync(cancellationToken);
        }
    }

    private void Change(Action change)
    {
        TaskCompletionSource changed;
        lock (_lock)
        {
            change();
            changed = _changed;
            _changed = New();
        }

        changed.TrySetResult();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
