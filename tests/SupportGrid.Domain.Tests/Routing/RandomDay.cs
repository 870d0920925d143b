using SupportGrid.Domain.Agents;
using SupportGrid.Domain.Empathy;
using SupportGrid.Domain.Queues;
using SupportGrid.Domain.Routing;

namespace SupportGrid.Domain.Tests.Routing;

/// <summary>
/// Turns a list of numbers into a day in a small centre, on the matcher and on the reference alike. Each number is one
/// step, so that a failing day can be shortened by leaving numbers out.
/// </summary>
/// <param name="caring">With the terms of empathy in some of the policies. Without, the days are those of
/// before.</param>
/// <param name="crowd">More agents than a decision lists, so that the order of the index decides who is listed.</param>
internal sealed class RandomDay(bool caring = true, bool crowd = false)
{
    private static readonly string[] Queues = ["billing", "sales", "tech"];
    private static readonly string[] AgentIds = ["ana", "ben", "cyn", "dan", "eva"];
    private static readonly string[] Skills = ["fr", "tax"];
    private readonly string[] _agentIds =
        crowd ? [.. AgentIds, .. Enumerable.Range(0, 15).Select(static i => $"x{i:00}")] : AgentIds;

    private readonly Line _line = new(Given.Policy("unused"));
    private readonly ReferenceMatcher _reference = new();
    private readonly Dictionary<string, long> _versions = [];
    private readonly List<RoutingDecision> _open = [];
    private int _referenceOffers;

    public Matcher Matcher => _line.Matcher;

    public ReferenceMatcher Reference => _reference;

    public DateTimeOffset Now => _line.Now;

    public List<RoutingDecision> Decisions { get; } = [];

    public void Step(int number)
    {
        var dice = new Random(number);
        switch (dice.Next(12))
        {
            case 0:
                SetPolicy(dice);
                break;
            case 1 or 2 or 3:
                PutItem(dice);
                break;
            case 4:
                RemoveItem(Pick(dice, _reference.Items.Keys));
                break;
            case 5 or 6 or 7:
                PutAgent(dice);
                break;
            case 8:
                EndOffer(dice);
                break;
            case 9:
                _line.After(TimeSpan.FromSeconds(dice.Next(600)));
                break;
            case 10 when dice.Next(4) == 0:
                RemoveAgent(Pick(dice, _reference.Agents.Keys));
                break;
            default:
                Deliver(dice);
                break;
        }
    }

    /// <summary>Drives both, and says what each decided.</summary>
    public (string Matcher, string Reference) Drive()
    {
        var decisions = _line.Drive();
        _open.AddRange(decisions);
        Decisions.AddRange(decisions);
        var expected = _reference.Drive(_line.Now, () => $"o{++_referenceOffers}");
        return (
            string.Join(' ', decisions.Select(d => $"{d.Offer}:{d.Interaction}>{d.Agent}")),
            string.Join(' ', expected.Select(d => $"{d.Offer}:{d.Interaction}>{d.Agent}")));
    }

    private long Next(string id) => _versions[id] = _versions.GetValueOrDefault(id) + 1;

    private static string? Pick(Random dice, IEnumerable<string> ids)
    {
        var list = ids.Order(StringComparer.Ordinal).ToList();
        return list.Count == 0 ? null : list[dice.Next(list.Count)];
    }

    private void SetPolicy(Random dice)
    {
        var queue = Pick(dice, Queues)!;
        var policy = Given.Policy(queue) with
        {
            Version = (int)Next(queue),
            Matching = (SkillMatching)(1 + dice.Next(3)),
            AgeingPerMinute = dice.Next(4) * 0.5,
            Relaxation =
            [
                new(TimeSpan.FromMinutes(dice.Next(6)), dice.Next(3), []),
                new(TimeSpan.FromMinutes(4 + dice.Next(6)), dice.Next(3), [Skills[dice.Next(2)]]),
            ],
            Weights = new(dice.Next(3), dice.Next(3), dice.Next(3), dice.Next(3), TimeSpan.FromMinutes(1 + dice.Next(20))),
        };
        if (caring && dice.Next(4) > 0)
        {
            var routing = new EmpathyRouting(
                dice.Next(3) * 2.5, dice.Next(3) * 1.5, TimeSpan.FromMinutes(1 + dice.Next(9)), TimeSpan.Zero);
            policy = policy with { Empathy = EmpathyPolicy.Default with { Routing = routing } };
        }

        Assert.True(Matcher.SetPolicy(policy));
        _reference.Policies[queue] = policy;
    }

    private void PutItem(Random dice)
    {
        var id = $"i{dice.Next(12)}";
        var item = Given.Item(id, 0, Pick(dice, Queues)!) with
        {
            Version = Next(id),
            Channel = (Channel)(1 + dice.Next(2)),
            PlaceSince = _line.Now.AddSeconds(-dice.Next(900)),
            Priority = dice.Next(3),
            Skills = dice.Next(3) == 0 ? [] : [new(Skills[dice.Next(2)], dice.Next(4)), new(Skills[dice.Next(2)], 1)],
            PreferredAgent = dice.Next(2) == 0 ? Pick(dice, _agentIds) : null,
            PreferredUntil = dice.Next(2) == 0 ? _line.Now.AddSeconds(dice.Next(300)) : null,
            OnlyAgent = dice.Next(5) == 0 ? Pick(dice, _agentIds) : null,
            OnlyUntil = dice.Next(3) == 0 ? null : _line.Now.AddSeconds(dice.Next(300)),
            NotAgents = [.. _agentIds.Where(_ => dice.Next(3) == 0).OrderBy(_ => dice.Next())],
        };
        if (caring && dice.Next(2) == 0)
        {
            item = item with { Distress = new((Trajectory)(1 + dice.Next(4)), dice.Next(4) == 0) };
        }

        Assert.True(Matcher.PutWaiting(item));
        _reference.Items[id] = item;
    }

    private void RemoveItem(string? id)
    {
        if (id is not null)
        {
            Assert.True(Matcher.RemoveWaiting(id, Next(id)));
            _reference.RemoveWaiting(id);
        }
    }

    private void PutAgent(Random dice)
    {
        var id = Pick(dice, _agentIds)!;
        var known = _reference.Agents.GetValueOrDefault(id);
        var profile = known is not null && dice.Next(3) > 0 ? known.Profile : Profile(dice, id);
        Put(new(
            id,
            Next(id),
            dice.Next(4) > 0,
            "away",
            profile,
            [.. Enumerable.Range(0, dice.Next(3)).Select(i => new CarriedItem($"x{i}", $"ox{i}", (Channel)(1 + dice.Next(2))))],
            _line.Now.AddSeconds(-dice.Next(1_800)),
            caring && dice.Next(3) > 0 ? Load(dice) : null));
    }

    /// <summary>Some spells end a little ahead of the clock here: an agent's clock may be.</summary>
    private EmotionalLoad Load(Random dice) => EmotionalLoad.None with
    {
        Spells =
        [
            .. Enumerable.Range(0, 1 + dice.Next(3)).Select(i =>
            {
                var until = _line.Now.AddTicks(dice.NextInt64(-18_000_000_000, 50_000_000));
                return new HardSpell(
                    $"h{i}",
                    "billing",
                    (Trajectory)(2 + dice.Next(2)),
                    until.AddSeconds(-dice.Next(900)),
                    until,
                    TimeSpan.FromSeconds(60 + dice.Next(600)));
            }),
        ],
    };

    private void RemoveAgent(string? id)
    {
        if (id is not null)
        {
            Assert.True(Matcher.RemoveAgent(id));
            _reference.Agents.Remove(id);
        }
    }

    private AgentProfile Profile(Random dice, string id) => new(
        (int)Next("profile of " + id),
        id,
        id,
        dice.Next(8) == 0 ? "other" : "main",
        dice.Next(2) == 0 ? [] : [.. Queues.Where(_ => dice.Next(2) == 0)],
        Given.Agent(id, 0, 1, [.. Skills.Where(_ => dice.Next(3) > 0).Select(s => (s, dice.Next(11) / 2.0))]).Profile.Skills,
        Given.Capacity(1 + dice.Next(3), 1 + dice.Next(2)));

    private void Put(AgentAvailability agent)
    {
        Assert.True(Matcher.PutAgent(agent));
        _reference.PutAgent(agent);
    }

    /// <summary>The offer is over: declined, expired, or its agent has it; the order of the messages varies.</summary>
    private void EndOffer(Random dice)
    {
        if (_open.Count == 0)
        {
            return;
        }

        var offer = _open[dice.Next(_open.Count)];
        _open.Remove(offer);
        if (dice.Next(2) == 0 && _reference.Items.ContainsKey(offer.Interaction))
        {
            RemoveItem(offer.Interaction);
        }

        Matcher.ReleaseReservation(offer.Offer);
        _reference.Release(offer.Offer);
    }

    /// <summary>The agent has the offer in hand.</summary>
    private void Deliver(Random dice)
    {
        if (_open.Count > 0 && _open[dice.Next(_open.Count)] is var offer
            && _reference.Agents.TryGetValue(offer.Agent, out var agent))
        {
            var carried = new CarriedItem(offer.Interaction, offer.Offer, offer.Item.Channel);
            Put(agent with { Version = Next(agent.Agent), Carried = agent.Carried.Add(carried), IdleSince = _line.Now });
        }
    }
}
