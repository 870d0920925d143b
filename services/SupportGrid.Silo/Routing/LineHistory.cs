using SupportGrid.Domain;
using SupportGrid.Domain.Queues;
using SupportGrid.Domain.Routing;

namespace SupportGrid.Silo.Routing;

/// <summary>What one dispatcher learns of waits and handle times from the word it gets anyway, for estimates.</summary>
/// <remarks>
/// Lost with the dispatcher; then there is no estimate until enough has been seen again. Nothing is decided by it.
/// </remarks>
internal sealed class LineHistory
{
    /// <summary>As the waits fade, so do the channels.</summary>
    private static readonly double Fading = Math.Exp(-1.0 / WaitHistory.Memory);

    private readonly Dictionary<string, WaitHistory> _queues = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AgentAvailability> _agents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Served> _served = new(StringComparer.Ordinal);

    private readonly Dictionary<string, Dictionary<Channel, double>> _channels = new(StringComparer.Ordinal);

    public WaitHistory Of(string queue) => _queues.GetValueOrDefault(queue, WaitHistory.None);

    /// <summary>
    /// An item left the line: with its offer in an agent's hands it was answered, else the customer left.
    /// </summary>
    public void Gone(WaitingItem item, (string Offer, string Agent)? offer, DateTimeOffset now)
    {
        var wait = now - item.PlaceSince;
        NoteChannel(item);
        if (offer is { } made && _agents.TryGetValue(made.Agent, out var agent) && Carries(agent, made.Offer))
        {
            _queues[item.Queue] = Of(item.Queue).WithAnswered(wait);
            _served[made.Offer] = new Served(item.Queue, now);
        }
        else
        {
            _queues[item.Queue] = Of(item.Queue).WithLeft(wait);
        }
    }

    /// <summary>What an agent no longer carries has been handled.</summary>
    public void Saw(AgentAvailability agent, DateTimeOffset now)
    {
        var before = _agents.GetValueOrDefault(agent.Agent);
        _agents[agent.Agent] = agent;
        foreach (var carried in before?.Carried ?? [])
        {
            if (!Carries(agent, carried.Offer) && _served.Remove(carried.Offer, out var served))
            {
                _queues[served.Queue] = Of(served.Queue).WithHandled(now - served.Since);
            }
        }
    }

    /// <summary>Items of a channel that the agents who take work of a queue can serve at once.</summary>
    public double SlotsOf(string queue, Channel channel) => _agents.Values
        .Where(a => a.Routable && (a.Profile.Queues.IsDefaultOrEmpty || a.Profile.Queues.Contains(queue)))
        .Sum(a => a.Profile.Capacity.Channels.TryGetValue(channel, out var rule)
            ? Math.Min(rule.Limit, a.Profile.Capacity.Units / (double)Math.Max(1, rule.Cost))
            : 0);

    /// <summary>
    /// Items that can be served at once of those who came to a queue of late: each channel counts by its share of them,
    /// as the mean of the waits does. Channels that nobody serves now are left out.
    /// </summary>
    /// <returns>0 where nobody came yet, or nobody serves what came.</returns>
    public double SlotsOf(string queue)
    {
        var (share, time) = (0.0, 0.0);
        foreach (var (channel, count) in _channels.GetValueOrDefault(queue) ?? [])
        {
            if (SlotsOf(queue, channel) is > 0 and var slots)
            {
                share += count;
                time += count / slots;
            }
        }

        return time > 0 ? share / time : 0;
    }

    private void NoteChannel(WaitingItem item)
    {
        if (!_channels.TryGetValue(item.Queue, out var counts))
        {
            _channels[item.Queue] = counts = [];
        }

        foreach (var channel in counts.Keys.ToArray())
        {
            counts[channel] *= Fading;
        }

        counts[item.Channel] = counts.GetValueOrDefault(item.Channel) + 1;
    }

    private static bool Carries(AgentAvailability agent, string offer) =>
        agent.Carried.Any(c => string.Equals(c.Offer, offer, StringComparison.Ordinal));

    private readonly record struct Served(string Queue, DateTimeOffset Since);
}
