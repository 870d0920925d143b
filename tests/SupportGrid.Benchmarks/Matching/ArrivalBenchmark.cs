using BenchmarkDotNet.Attributes;
using SupportGrid.Domain.Routing;
using SupportGrid.Domain.Tests.Routing;

namespace SupportGrid.Benchmarks.Matching;

/// <summary>
/// One customer arrives, is matched, and goes again, with everybody else busy elsewhere: our indexes against looking at
/// every agent.
/// </summary>
[MemoryDiagnoser]
public class ArrivalBenchmark
{
    private readonly Matcher _matcher = new();
    private readonly ReferenceMatcher _plain = new();
    private int _number;

    [Params(100, 1_000, 10_000)]
    public int Agents { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var dice = new Random(7);
        var policy = Given.Policy();
        _matcher.SetPolicy(policy);
        _plain.Policies[policy.Queue] = policy;
        foreach (var number in Enumerable.Range(0, Agents))
        {
            var agent = Given.Agent($"a{number:00000}", dice.Next(45), 20, ("fr", dice.Next(1, 6)));
            _matcher.PutAgent(agent);
            _plain.PutAgent(agent);
        }
    }

    [Benchmark(Baseline = true)]
    public int EveryAgentLookedAt()
    {
        var item = Given.Item($"i{++_number}", 0);
        _plain.Items[item.Interaction] = item;
        var decisions = _plain.Drive(Given.Noon, () => $"o{_number}");
        _plain.Release($"o{_number}");
        _plain.RemoveWaiting(item.Interaction);
        return decisions.Count;
    }

    /// <summary>It also writes the whole decision record, which the plain one does not.</summary>
    [Benchmark]
    public int Indexed()
    {
        var item = Given.Item($"i{++_number}", 0);
        _matcher.PutWaiting(item);
        var decisions = _matcher.Drive(Given.Noon, () => $"o{_number}");
        _matcher.ReleaseReservation($"o{_number}");
        _matcher.RemoveWaiting(item.Interaction, item.Version + 1);
        return decisions.Count;
    }
}
