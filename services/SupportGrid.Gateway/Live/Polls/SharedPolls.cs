using Microsoft.Extensions.Logging;
using SupportGrid.Gateway.Live.Log;

namespace SupportGrid.Gateway.Live.Polls;

/// <summary>
/// Asks actors for numbers that change by themselves (places, estimates), once for all clients that look at them: one
/// poll per key runs while somebody has joined it.
/// </summary>
/// <param name="read">
/// Reads the value of a key, given what its members asked for; null when it is not known now, and the last one stays.
/// </param>
internal sealed class SharedPolls<TKey, TValue>(
    Func<TKey, IReadOnlyCollection<string>, Task<TValue?>> read, TimeSpan period, TimeProvider clock, ILogger log)
    where TKey : notnull
    where TValue : class
{
    private readonly Lock _gate = new();
    private readonly Dictionary<TKey, Poll<TValue>> _polls = [];

    /// <summary>Keys that are polled at the moment.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _polls.Count;
            }
        }
    }

    /// <summary>Joins the poll of a key; a member that is new is served soon, not only after a whole period.</summary>
    /// <param name="item">What the member asks for within the key.</param>
    /// <param name="wake">Set after every answer.</param>
    public PollMember<TValue> Join(TKey key, string item, WakeSignal wake)
    {
        Poll<TValue>? begun = null;
        PollMember<TValue> member;
        lock (_gate)
        {
            if (!_polls.TryGetValue(key, out var poll))
            {
                _polls.Add(key, poll = begun = new Poll<TValue>(items => read(key, items), period, clock, log));
            }

            member = new PollMember<TValue>(poll, item, wake, left => Leave(key, left));
            poll.Add(member);
        }

        begun?.Start();
        return member;
    }

    private void Leave(TKey key, PollMember<TValue> member)
    {
        lock (_gate)
        {
            if (member.Poll.Remove(member))
            {
                _polls.Remove(key);
            }
        }
    }
}
