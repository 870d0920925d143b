using Microsoft.Extensions.Logging;
using SupportGrid.Gateway.Live.Log;

namespace SupportGrid.Gateway.Live.Polls;

/// <summary>One value that is asked for again and again while it has members.</summary>
internal sealed class Poll<TValue>(
    Func<IReadOnlyCollection<string>, Task<TValue?>> read, TimeSpan period, TimeProvider clock, ILogger log)
    where TValue : class
{
    // Newcomers are served between two rounds, but a crowd of them must not make a round each.
    private const int RoundsPerPeriodMax = 10;

    private readonly Lock _gate = new();
    private readonly List<PollMember<TValue>> _members = [];
    private readonly WakeSignal _due = new();
    private volatile TValue? _latest;
    private bool _over;

    public TValue? Latest => _latest;

    public void Add(PollMember<TValue> member)
    {
        lock (_gate)
        {
            _members.Add(member);
        }

        _due.Set();
    }

    /// <returns>Whether it was the last member: the poll ends.</returns>
    public bool Remove(PollMember<TValue> member)
    {
        lock (_gate)
        {
            _members.Remove(member);
            _over = _members.Count == 0;
        }

        _due.Set();
        return _over;
    }

    /// <summary>Begins to ask. It ends by itself with the last member.</summary>
    public void Start() => _ = RunAsync();

    private async Task RunAsync()
    {
        await using var timer = clock.CreateTimer(static due => ((WakeSignal)due!).Set(), _due, period, period);
        while (true)
        {
            await _due.WaitAsync();
            if (Items() is not { } items)
            {
                return;
            }

            await ReadAsync(items);
            await Task.Delay(period / RoundsPerPeriodMax, clock);
        }
    }

    private HashSet<string>? Items()
    {
        lock (_gate)
        {
            return _over ? null : [.. _members.Select(m => m.Item)];
        }
    }

    private async Task ReadAsync(HashSet<string> items)
    {
        try
        {
            if (await read(items) is not { } next)
            {
                return;
            }

            _latest = next;
        }
        catch (Exception broken)
        {
            // Numbers are advice: streams go on with the last ones, and the next round asks again.
            LiveLog.NumbersNotRead(log, broken);
            return;
        }

        lock (_gate)
        {
            foreach (var member in _members)
            {
                member.Wake.Set();
            }
        }
    }
}
