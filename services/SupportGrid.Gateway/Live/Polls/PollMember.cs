using SupportGrid.Gateway.Live.Log;

namespace SupportGrid.Gateway.Live.Polls;

/// <summary>One client's part in a shared poll; disposing it leaves the poll.</summary>
internal sealed class PollMember<TValue>(
    Poll<TValue> poll, string item, WakeSignal wake, Action<PollMember<TValue>> leave) : IDisposable
    where TValue : class
{
    private int _left;

    public string Item { get; } = item;

    /// <summary>The last answer; null before the first.</summary>
    public TValue? Latest => Poll.Latest;

    internal Poll<TValue> Poll { get; } = poll;

    internal WakeSignal Wake { get; } = wake;

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _left, 1) == 0)
        {
            leave(this);
        }
    }
}
