using System.Text.Json;

namespace SupportGrid.Replay.Checking;

/// <summary>
/// An agent's capacity as the log has it. The rule is the platform's, written a second time: a check that asked the
/// platform's own code would find its mistakes right.
/// </summary>
/// <param name="Units">What the agent can carry.</param>
/// <param name="Channels">By name; a channel that is not there cannot be served.</param>
internal sealed record LoggedCapacity(int Units, IReadOnlyDictionary<string, LoggedChannel> Channels)
{
    public static LoggedCapacity None { get; } = new(0, new Dictionary<string, LoggedChannel>());

    public static LoggedCapacity Of(JsonElement capacity) => new(
        capacity.GetProperty("units").GetInt32(),
        capacity.GetProperty("channels").EnumerateObject().ToDictionary(c => c.Name, c => LoggedChannel.Of(c.Value)));

    /// <summary>Whether one more fits beside what is carried: what it may interrupt takes no units from it.</summary>
    public bool Fits(string channel, IReadOnlyCollection<string> carried)
    {
        if (!Channels.TryGetValue(channel, out var added))
        {
            return false;
        }

        var beside = carried.Where(c => c == channel || !Interrupts(channel, c));
        return carried.Count(c => c == channel) < added.Limit && added.Cost + UnitsOf(beside) <= Units;
    }

    public int UnitsOf(IEnumerable<string> carried) => carried.Sum(c => Channels.TryGetValue(c, out var rule) ? rule.Cost : 0);

    private bool Interrupts(string channel, string carried) =>
        Channels.TryGetValue(carried, out var rule) && rule.InterruptibleBy.Contains(channel);
}

/// <summary>What an item of a channel takes, how many there may be at once, and what may come on top of it.</summary>
internal sealed record LoggedChannel(int Cost, int Limit, IReadOnlyCollection<string> InterruptibleBy)
{
    public static LoggedChannel Of(JsonElement channel) => new(
        channel.GetProperty("cost").GetInt32(),
        channel.GetProperty("limit").GetInt32(),
        [.. channel.GetProperty("interruptibleBy").EnumerateArray().Select(c => c.GetString()!)]);
}
