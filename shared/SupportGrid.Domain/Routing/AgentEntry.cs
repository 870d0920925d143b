using System.Collections.Immutable;

namespace SupportGrid.Domain.Routing;

/// <summary>An agent with what is reserved and a place in every pool of a queue that the agent serves.</summary>
/// <param name="reserved">Outlives the entry: an agent who is removed and comes back is still asked for what is
/// out.</param>
internal sealed class AgentEntry(AgentAvailability seen, List<Reservation> reserved)
{
    private readonly Dictionary<Channel, ChannelFit> _fits = [];
    private ImmutableArray<Channel> _carried = [];
    private ImmutableArray<Channel> _taken = [];

    public string Id => Seen.Agent;

    public AgentAvailability Seen { get; private set; } = seen;

    /// <summary>
    /// Later of what the session says and the last reservation: who has just been chosen is not idle.
    /// </summary>
    public DateTimeOffset IdleSince { get; private set; }

    public int UnitsTaken { get; private set; }

    public Dictionary<AgentPool, PoolPlace> Places { get; } = [];

    public void See(AgentAvailability availability)
    {
        Seen = availability;
        Measure();
    }

    /// <summary>Whether one more item of the channel fits; remembered until the load changes.</summary>
    public ChannelFit Fit(Channel channel)
    {
        if (!_fits.TryGetValue(channel, out var fit))
        {
            var capacity = Seen.Profile.Capacity;
            fit = new(capacity.Fits(channel, []), capacity.Fits(channel, _taken), capacity.Fits(channel, _carried));
            _fits.Add(channel, fit);
        }

        return fit;
    }

    /// <summary>After a change of the session or of what is reserved.</summary>
    public void Measure()
    {
        _carried = [.. Seen.Carried.Select(static item => item.Channel)];
        _taken = [.. _carried, .. reserved.Select(static reservation => reservation.Channel)];
        _fits.Clear();
        UnitsTaken = Seen.Profile.Capacity.UnitsOf(_taken);
        IdleSince = Seen.IdleSince;
        foreach (var reservation in reserved)
        {
            IdleSince = reservation.At > IdleSince ? reservation.At : IdleSince;
        }
    }
}

/// <summary>
/// Whether an item of a channel fits: at all, beside everything, beside what is carried without reservations.
/// </summary>
internal readonly record struct ChannelFit(bool Served, bool Fits, bool FitsUnreserved);
