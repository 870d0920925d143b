using System.Collections.Immutable;

namespace SupportGrid.Domain.Agents;

/// <summary>How much an agent can carry at once.</summary>
/// <param name="Units">Capacity in units (by convention 100).</param>
/// <param name="Channels">Rules by channel; a channel that is not named cannot be served.</param>
[GenerateSerializer, Immutable, Alias("sg.ChannelCapacity")]
public sealed record ChannelCapacity(int Units, ImmutableSortedDictionary<Channel, ChannelRule> Channels)
{
    /// <summary>
    /// Whether one more item of <paramref name="channel"/> fits beside what is carried. Items that the channel may
    /// interrupt are not counted against the units.
    /// </summary>
    public bool Fits(Channel channel, IEnumerable<Channel> carried)
    {
        if (!Channels.TryGetValue(channel, out var rule))
        {
            return false;
        }

        var units = rule.Cost;
        var same = 1;
        foreach (var other in carried)
        {
            same += other == channel ? 1 : 0;
            units += other != channel && IsInterruptible(other, channel) ? 0 : CostOf(other);
        }

        return units <= Units && same <= rule.Limit;
    }

    /// <summary>Units that the carried items take, nothing interrupted.</summary>
    public int UnitsOf(IEnumerable<Channel> carried) => carried.Sum(CostOf);

    private int CostOf(Channel channel) => Channels.TryGetValue(channel, out var rule) ? rule.Cost : 0;

    private bool IsInterruptible(Channel carried, Channel by) =>
        Channels.TryGetValue(carried, out var rule) && rule.InterruptibleBy.Contains(by);
}

/// <summary>What an item of one channel costs.</summary>
/// <param name="Cost">Units an item takes.</param>
/// <param name="Limit">Items of this channel at once at most.</param>
/// <param name="InterruptibleBy">Channels that may come on top of an item of this channel.</param>
[GenerateSerializer, Immutable, Alias("sg.ChannelRule")]
public sealed record ChannelRule(int Cost, int Limit, ImmutableArray<Channel> InterruptibleBy);
