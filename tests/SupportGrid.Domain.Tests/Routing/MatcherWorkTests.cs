using SupportGrid.Domain.Empathy;
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
        AssertLogarithmic(small, middle, large);
    }

    /// <summary>
    /// Half of the agents have a load, a third of the customers is in distress. Loads hardly fade meanwhile: what that
    /// costs is paid once per hard spell, and counted apart.
    /// </summary>
    [Fact]
    public void The_terms_of_empathy_leave_the_cost_of_a_change_at_the_logarithm()
    {
        var caring = CaringTests.Caring().Empathy;
        var small = WorkPerChange(100, caring);
        var middle = WorkPerChange(1_000, caring);
        var large = WorkPerChange(10_000, caring);
        AssertLogarithmic(small, middle, large);
        Assert.True(large.Arrival < 1.2 * WorkPerChange(10_000).Arrival, $"with the terms: {large}");
    }

    [Fact]
    public void A_load_that_fades_away_costs_a_few_new_places_in_all_and_the_logarithm_each()
    {
        var small = WorkOfFading(100);
        var large = WorkOfFading(2_000);
        Assert.True(small < 600, $"{small} at 100");
        Assert.True(large < 2.2 * small, $"{small} at 100, {large} at 2,000");
    }

    private static void AssertLogarithmic(Work small, Work middle, Work large)
    {
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
    private static Work WorkPerChange(int n, EmpathyPolicy? empathy = null)
    {
        var dice = new Random(7);
        var line = new Line([.. Enumerable.Range(0, Queues).Select(q => Policy($"q{q}") with { Empathy = empathy })]);
        var agents = Enumerable.Range(0, n)
            .Select(i => AgentOf(i, dice))
            .Select((a, i) => empathy is null || i % 2 == 0 ? a : a.Loaded(1 + (3 * (i % 10)), halfLifeMinutes: 10_000))
            .ToList();
        line.With([.. agents]);
        line.Waiting([.. Enumerable.Range(0, n).Select(i =>
            Item($"stuck{i}", dice.Next(60), $"q{i % Queues}", new SkillRequirement("rare", 1)))]);
        line.Waiting([.. Enumerable.Range(0, Queues).Select(q => Item($"first{q}", 0, $"q{q}"))]);
        Assert.Equal(Queues, line.Drive().Count);

        var before = line.Matcher.Examined;
        for (var i = 0; i < Changes; i++)
        {
            var distress = empathy is null || i % 3 > 0 ? null : new CustomerDistress(Trajectory.Upset, false);
            line.After(TimeSpan.FromSeconds(1))
                .Waiting(Item($"new{i}", 0, $"q{i % Queues}") with { Distress = distress });
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

    /// <summary>For each agent, from a full load to none, looked at every minute.</summary>
    private static long WorkOfFading(int n)
    {
        var line = new Line(CaringTests.Caring());
        line.With([.. Enumerable.Range(0, n).Select(i => Agent($"a{i:00000}", 70).Loaded(30 + (i % 40)))]);
        line.Waiting(Item("first"));
        Assert.Single(line.Drive());
        var before = line.Matcher.Examined;
        for (var minute = 1; minute <= 240; minute++)
        {
            line.After(TimeSpan.FromMinutes(1)).Waiting(Item($"i{minute}", -minute));
            Assert.Single(line.Drive());
            line.Matcher.RemoveWaiting($"i{minute}", 2);
            line.Matcher.ReleaseReservation($"o{minute + 1}");
        }

        return (line.Matcher.Examined - before) / n;
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
