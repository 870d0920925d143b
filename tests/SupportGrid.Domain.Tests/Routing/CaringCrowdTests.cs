using SupportGrid.Domain.Empathy;
using SupportGrid.Domain.Routing;
using static SupportGrid.Domain.Tests.Routing.Given;

namespace SupportGrid.Domain.Tests.Routing;

/// <summary>
/// Goal: with many more able agents than a decision lists, the index finds the one whom the plain rules ask, while
/// loads come and fade. Method: all agents serve one queue, the reference looks at every one of them.
/// </summary>
public sealed class CaringCrowdTests
{
    private const int Agents = 60;
    private const int Rounds = 250;

    private readonly Line _line = new();
    private readonly ReferenceMatcher _reference = new();
    private readonly Dictionary<string, AgentAvailability> _agents = [];

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 100)]
    [InlineData(3, 2)]
    public void The_agent_whom_the_plain_rules_ask_is_asked(int seed, int idleHours)
    {
        var dice = new Random(seed);
        var policy = CaringTests.Caring() with
        {
            Version = 2, Weights = ScoreWeights.Default with { Idle = 9, IdleScale = TimeSpan.FromHours(idleHours) },
        };
        _line.Matcher.SetPolicy(policy);
        _reference.Policies[policy.Queue] = policy;
        for (var agent = 0; agent < Agents; agent++)
        {
            Put(Agent($"a{agent:00}", dice.Next(70), 1, ("fr", dice.Next(1, 4))), dice);
        }

        for (var round = 1; round <= Rounds; round++)
        {
            _line.After(TimeSpan.FromSeconds(dice.Next(240)));
            var changed = _agents[$"a{dice.Next(Agents):00}"].Newer();
            Put(changed with { IdleSince = _line.Now.AddMinutes(-dice.Next(300)) }, dice);
            Assert.Equal(AskedByTheRules(round), AskedByTheIndex(round));
        }
    }

    private void Put(AgentAvailability agent, Random dice)
    {
        var spells = Enumerable.Range(0, dice.Next(3)).Select(i => new HardSpell(
            $"h{i}",
            "billing",
            (Trajectory)(2 + dice.Next(2)),
            _line.Now.AddSeconds(-dice.Next(3_000)),
            _line.Now,
            TimeSpan.FromMinutes(5 + dice.Next(40))));
        agent = agent with { Load = EmotionalLoad.None with { Spells = [.. spells] } };
        _agents[agent.Agent] = agent;
        _line.With(agent);
        _reference.PutAgent(agent);
    }

    private string AskedByTheIndex(int round)
    {
        _line.Waiting(Arrival(round));
        var decision = _line.DriveOne();
        _line.Matcher.RemoveWaiting(decision.Interaction, 2);
        _line.Matcher.ReleaseReservation(decision.Offer);
        return decision.Agent;
    }

    private string AskedByTheRules(int round)
    {
        var item = Arrival(round);
        _reference.Items[item.Interaction] = item;
        var asked = Assert.Single(_reference.Drive(_line.Now, () => $"r{round}")).Agent;
        _reference.RemoveWaiting(item.Interaction);
        _reference.Release($"r{round}");
        return asked;
    }

    private WaitingItem Arrival(int round) => Item($"i{round}") with { PlaceSince = _line.Now };
}
