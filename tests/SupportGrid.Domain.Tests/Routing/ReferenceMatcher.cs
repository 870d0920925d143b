using System.Numerics;
using SupportGrid.Domain.Empathy;
using SupportGrid.Domain.Queues;
using SupportGrid.Domain.Routing;

namespace SupportGrid.Domain.Tests.Routing;

/// <summary>
/// The rules of matching written as plainly as possible: every drive looks at every item and every agent. It shares
/// no index and no arithmetic with the matcher, only the types that both read.
/// </summary>
internal sealed class ReferenceMatcher
{
    private readonly Dictionary<string, Hold> _holds = [];

    public Dictionary<string, QueuePolicy> Policies { get; } = [];

    public Dictionary<string, WaitingItem> Items { get; } = [];

    public Dictionary<string, AgentAvailability> Agents { get; } = [];

    public void RemoveWaiting(string interaction)
    {
        Items.Remove(interaction);
        foreach (var (offer, hold) in _holds.Where(h => h.Value.Interaction == interaction).ToList())
        {
            _holds[offer] = hold with { Item = false };
        }
    }

    public void PutAgent(AgentAvailability agent)
    {
        Agents[agent.Agent] = agent;
        foreach (var (offer, hold) in _holds.ToList())
        {
            if (hold.Agent == agent.Agent && agent.Carried.Any(c => c.Offer == offer))
            {
                _holds[offer] = hold with { Room = false };
            }
        }
    }

    public void Release(string offer) => _holds.Remove(offer);

    public List<(string Interaction, string Agent, string Offer)> Drive(DateTimeOffset now, Func<string> nextOfferId)
    {
        var decisions = new List<(string, string, string)>();
        while (First(now) is { } match)
        {
            var offer = nextOfferId();
            decisions.Add((match.Item.Interaction, match.Agent, offer));
            _holds[offer] = new(match.Item.Interaction, match.Agent, match.Item.Channel, now, Room: true, Item: true);
        }

        return decisions;
    }

    public (int Waiting, int Offered) LineOf(string queue)
    {
        var all = Items.Values.Where(i => i.Queue == queue).ToList();
        var offered = all.Count(i => IsHeld(i.Interaction));
        return (all.Count - offered, offered);
    }

    public bool IsHeld(string interaction) => _holds.Values.Any(h => h.Item && h.Interaction == interaction);

    private (WaitingItem Item, string Agent)? First(DateTimeOffset now)
    {
        var inOrder = Items.Values
            .Where(i => Policies.ContainsKey(i.Queue) && !IsHeld(i.Interaction))
            .OrderByDescending(i => Priority(i, now))
            .ThenBy(i => i.PlaceSince)
            .ThenBy(i => i.Interaction, StringComparer.Ordinal);
        foreach (var item in inOrder)
        {
            var asked = WhoMayBeAsked(item, now)
                .OrderByDescending(a => Score(a, item, now))
                .ThenBy(IdleSince)
                .ThenBy(a => a.Agent, StringComparer.Ordinal)
                .FirstOrDefault();
            if (asked is not null)
            {
                return (item, asked.Agent);
            }
        }

        return null;
    }

    private List<AgentAvailability> WhoMayBeAsked(WaitingItem item, DateTimeOffset now)
    {
        var qualified = Agents.Values.Where(a => a.Routable && Qualifies(a, item, now)).ToList();
        var able = qualified.Where(a => Fits(a, item.Channel)).ToList();
        var fresh = able.Where(a => !item.NotAgents.Contains(a.Agent)).ToList();
        if (fresh.Count > 0 || qualified.Any(a => !item.NotAgents.Contains(a.Agent)))
        {
            return fresh;
        }

        var again = able.Where(a => a.Agent != item.NotAgents[^1]).ToList();
        return again.Count > 0 ? again : able;
    }

    private bool Qualifies(AgentAvailability agent, WaitingItem item, DateTimeOffset now)
    {
        var policy = Policies[item.Queue];
        var profile = agent.Profile;
        if (!profile.Capacity.Fits(item.Channel, []))
        {
            return false;
        }

        if (IsDirect(item, now))
        {
            return agent.Agent == item.OnlyAgent;
        }

        return profile.RoutingGroup == policy.RoutingGroup
            && (profile.Queues.Length == 0 || profile.Queues.Contains(item.Queue))
            && Required(item, now).All(r => profile.Skills.TryGetValue(r.Key, out var level) && level >= r.Value);
    }

    private Dictionary<string, double> Required(WaitingItem item, DateTimeOffset now)
    {
        var policy = Policies[item.Queue];
        if (policy.Matching == SkillMatching.Disregard || IsDirect(item, now))
        {
            return [];
        }

        var reached = policy.Relaxation.Where(s => item.PlaceSince + s.After <= now).ToList();
        return item.Skills
            .Where(s => !reached.Any(r => r.DropSkills.Contains(s.Skill)))
            .GroupBy(s => s.Skill)
            .ToDictionary(
                g => g.Key,
                g => Math.Max(0, g.Max(s => s.MinimumLevel) - reached.Select(r => r.LowerLevelsBy).Append(0).Max()));
    }

    private static bool IsDirect(WaitingItem item, DateTimeOffset now) =>
        item.OnlyAgent is not null
        && !item.NotAgents.Contains(item.OnlyAgent)
        && (item.OnlyUntil is null || item.OnlyUntil > now);

    private IEnumerable<Hold> Holds(AgentAvailability agent) =>
        _holds.Values.Where(h => h.Room && h.Agent == agent.Agent);

    private List<Channel> Load(AgentAvailability agent) =>
        [.. agent.Carried.Select(c => c.Channel), .. Holds(agent).Select(h => h.Channel)];

    private bool Fits(AgentAvailability agent, Channel channel) => agent.Profile.Capacity.Fits(channel, Load(agent));

    private DateTimeOffset IdleSince(AgentAvailability agent) =>
        Holds(agent).Select(h => h.At).Append(agent.IdleSince).Max();

    private BigInteger Priority(WaitingItem item, DateTimeOffset now) =>
        ((Micro(item.Priority) + Distress(item)) * TimeSpan.TicksPerMinute)
        + (Micro(Policies[item.Queue].AgeingPerMinute) * (now - item.PlaceSince).Ticks);

    private BigInteger Distress(WaitingItem item)
    {
        var most = Micro(Policies[item.Queue].Empathy?.Routing?.DistressPriority ?? 0);
        return item.Distress switch
        {
            null => 0,
            { FactAlert: true } or { Trajectory: Trajectory.Upset } => most,
            { Trajectory: Trajectory.Strained } => most / 2,
            _ => 0,
        };
    }

    // Minutes weighted by severity, faded to whole milliseconds, in whole tenths of the scale.
    private static BigInteger Load(AgentAvailability agent, EmpathyRouting? routing, DateTimeOffset now)
    {
        if (agent.Load is not { } load || routing is not { EmotionalLoadWeight: > 0 })
        {
            return 0;
        }

        var sum = 0m;
        foreach (var spell in load.Spells)
        {
            var weight = spell.Trajectory == Trajectory.Upset ? 1m : 0.5m;
            var weighted = Math.Floor((decimal)(spell.Until - spell.From).TotalMilliseconds * weight);
            var (half, age) = ((decimal)spell.HalfLife.TotalMilliseconds, Ms(now) - Ms(spell.Until));
            var halvings = Math.Floor(Math.Max(0, age) / half);
            var rest = (Math.Max(0, age) / half) - halvings;
            var faded = Math.Floor(weighted * (1 - (rest / 2)));
            sum += halvings >= 10 ? 0 : Math.Floor(faded / (1 << (int)halvings));
        }

        var scale = (decimal)routing.EmotionalLoadScale.TotalMilliseconds;
        return new BigInteger(Math.Floor(Math.Min(sum, scale) * 10 / scale)) * 100_000;
    }

    private static decimal Ms(DateTimeOffset at) => Math.Floor(at.UtcTicks / 10_000m);

    private BigInteger Score(AgentAvailability agent, WaitingItem item, DateTimeOffset now)
    {
        var policy = Policies[item.Queue];
        var weights = policy.Weights;
        var scale = weights.IdleScale.Ticks;
        var required = Required(item, now);
        var capacity = agent.Profile.Capacity;
        var free = RoundedMicro(Math.Max(0, capacity.Units - capacity.UnitsOf(Load(agent))), capacity.Units);
        var levels = required.Keys.Sum(s => (decimal)agent.Profile.Skills.GetValueOrDefault(s));
        var best = policy.Matching == SkillMatching.Best && required.Count > 0;
        var proficiency = best ? RoundedMicro(levels, 5 * required.Count) : 0;
        var preferred = item.PreferredAgent == agent.Agent && (item.PreferredUntil is null || item.PreferredUntil > now);
        var idle = Math.Min((now - IdleSince(agent)).Ticks, scale);
        return (((Micro(weights.Proficiency) * proficiency)
            + (Micro(weights.FreeCapacity) * free)
            - (Micro(policy.Empathy?.Routing?.EmotionalLoadWeight ?? 0) * Load(agent, policy.Empathy?.Routing, now))
            + (preferred ? Micro(weights.Preferred) * 1_000_000 : 0)) * scale)
            + (Micro(weights.Idle) * 1_000_000 * idle);
    }

    private static BigInteger RoundedMicro(decimal value, decimal by) =>
        new(Math.Round(value / by * 1_000_000m, MidpointRounding.AwayFromZero));

    private static BigInteger Micro(double value) => new(Math.Round((decimal)value * 1_000_000m));

    private sealed record Hold(string Interaction, string Agent, Channel Channel, DateTimeOffset At, bool Room, bool Item);
}
