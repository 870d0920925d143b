using SupportGrid.Domain.Queues;
using SupportGrid.Domain.Routing;
using static SupportGrid.Domain.Tests.Routing.Given;

namespace SupportGrid.Domain.Tests.Routing;

/// <summary>
/// Counts index entries looked at, not time: a hundred times the centre may cost twice the comparisons (the logarithm)
/// and no more.
/// </summary>
public sealed class MatcherWorkTests
{
    private const int Queues = 4;
    private const int Changes = 400;

    [Fact]
    public void A_change_costs_the_logarithm_of_agents_and_items_not_their_number()
    {
        var small = WorkPerChange(100);
        var middle = WorkPerChange(1_000);
        var large = WorkPerChange(10_000);

        Assert.True(small.Arrival < 300 && small.Agent < 600, $"n = 100: {small}");
        Assert.True(middle.Arrival < 1.7 * small.Arrival, $"arrivals: {small} at 100, {middle} at 1,000");
        Assert.True(large.Arrival < 2.2 * small.Arrival, $"arrivals: {small} at 100, {large} at 10,000");
        Assert.True(middle.Agent < 1.7 * small.Agent, $"agents: {small} at 100, {middle} at 1,000");
        Assert.True(large.Agent < 2.2 * small.Agent, $"agents: {small} at 100, {large} at 10,000");
    }

    [Fact]
    public void Peers_1973_a_change_of_an_agent_looks_at_no_queue_that_the_agent_does_not_serve()
    {
        var few = WorkOfOneAgent(otherQueues: 1);
        var many = WorkOfOneAgent(otherQueues: 200);
        Assert.Equal(few, many);
    }

    /// <summary>
    /// As many items as agents wait for a skill that nobody has. One arrival in each queue comes first, because the
    /// index of a demand is built when it is first asked for. No agent's idle time reaches its cap meanwhile, which is
    /// paid once per agent and idle spell.
    /// </summary>
    private static Work WorkPerChange(int n)
    {
        var dice = new Random(7);
        var line = new Line([.. Enumerable.Range(0, Queues).Select(q => Policy($"q{q}"))]);
        var agents = Enumerable.Range(0, n).Select(i => AgentOf(i, dice)).ToList();
        line.With([.. agents]);
        line.Waiting([.. Enumerable.Range(0, n).Select(i =>
            Item($"stuck{i}", dice.Next(60), $"q{i % Queues}", new SkillRequirement("rare", 1)))]);
        line.Waiting([.. Enumerable.Range(0, Queues).Select(q => Item($"first{q}", 0, $"q{q}"))]);
        Assert.Equal(Queues, line.Drive().Count);

        var before = line.Matcher.Examined;
        for (var i = 0; i < Changes; i++)
        {
            line.After(TimeSpan.FromSeconds(1)).Waiting(Item($"new{i}", 0, $"q{i % Queues}"));
            Assert.Single(line.Drive());
        }

        var arrival = (line.Matcher.Examined - before) / Changes;
        before = line.Matcher.Examined;
        for (var i = 0; i < Changes; i++)
        {
            agents[i % n] = agents[i % n] with { Version = agents[i % n].Version + 1, IdleSince = line.Now.AddSeconds(-i) };
            line.With(agents[i % n]).Drive();
        }

        return new(arrival, (line.Matcher.Examined - before) / Changes);
    }

    private static AgentAvailability AgentOf(int number, Random dice)
    {
        var agent = Agent($"a{number:00000}", dice.Next(45), 20, ("fr", dice.Next(1, 6)));
        return agent.WithProfile(p => p with { Queues = [$"q{number % Queues}", $"q{(number + 1) % Queues}"] });
    }

    private static long WorkOfOneAgent(int otherQueues)
    {
        QueuePolicy[] policies = [Policy(), .. Enumerable.Range(0, otherQueues).Select(i => Policy($"other{i}"))];
        var line = new Line(policies).Waiting(Item("i1") with { Channel = Channel.Voice });
        line.Waiting([.. policies.Skip(1).Select(p => Item($"in {p.Queue}", 1, p.Queue))]);
        var ana = Agent("ana").WithProfile(p => p with { Queues = ["billing"] });
        line.With(ana, Agent("ben").Away()).Drive();
        var before = line.Matcher.Examined;
        line.With(ana.Newer()).Drive();
        return line.Matcher.Examined - before;
    }

    private readonly record struct Work(long Arrival, long Agent);
}
