using SupportGrid.Domain.Queues;
using SupportGrid.Domain.Routing;

namespace SupportGrid.Domain.Tests.Routing;

/// <summary>A matcher with a clock at noon and offers numbered o1, o2, …</summary>
internal sealed class Line
{
    private int _offers;

    public Line(params QueuePolicy[] policies)
    {
        foreach (var policy in policies.Length == 0 ? [Given.Policy()] : policies)
        {
            Matcher.SetPolicy(policy);
        }
    }

    public Matcher Matcher { get; } = new();

    public DateTimeOffset Now { get; set; } = Given.Noon;

    public Line With(params AgentAvailability[] agents)
    {
        foreach (var agent in agents)
        {
            Assert.True(Matcher.PutAgent(agent), $"{agent.Agent} at version {agent.Version} is news");
        }

        return this;
    }

    public Line Waiting(params WaitingItem[] items)
    {
        foreach (var item in items)
        {
            Assert.True(Matcher.PutWaiting(item), $"{item.Interaction} at version {item.Version} is news");
        }

        return this;
    }

    public Line After(TimeSpan time)
    {
        Now += time;
        return this;
    }

    public IReadOnlyList<RoutingDecision> Drive() => Matcher.Drive(Now, () => $"o{++_offers}");

    public RoutingDecision DriveOne() => Assert.Single(Drive());

    /// <summary>Drives and says who was asked for what, such as "i1>ana".</summary>
    public string Offers() => string.Join(' ', Drive().Select(d => $"{d.Interaction}>{d.Agent}"));
}
