using BenchmarkDotNet.Attributes;
using SupportGrid.Domain.Empathy;
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
    private readonly Matcher _caring = new();
    private readonly ReferenceMatcher _plain = new();
    private int _number;

    private static EmpathyRouting Routing { get; } =
        EmpathyRouting.Off with { DistressPriority = 10, EmotionalLoadWeight = 5 };

    [Params(100, 1_000, 10_000)]
    public int Agents { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var dice = new Random(7);
        var policy = Given.Policy();
        _matcher.SetPolicy(policy);
        _plain.Policies[policy.Queue] = policy;
        _caring.SetPolicy(policy with { Empathy = EmpathyPolicy.Default with { Routing = Routing } });
        foreach (var number in Enumerable.Range(0, Agents))
        {
            var agent = Given.Agent($"a{number:00000}", dice.Next(45), 20, ("fr", dice.Next(1, 6)));
            _matcher.PutAgent(agent);
            _plain.PutAgent(agent);
            _caring.PutAgent(number % 2 == 0 ? agent : agent with { Load = LoadOf(number) });
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
    public int Indexed() => Arrive(_matcher, Given.Item($"i{++_number}", 0));

    /// <summary>With both terms of empathy: the customer is upset, and every second agent has a load.</summary>
    [Benchmark]
    public int IndexedWithEmpathy() => Arrive(
        _caring, Given.Item($"i{++_number}", 0) with { Distress = new CustomerDistress(Trajectory.Upset, false) });

    private int Arrive(Matcher matcher, WaitingItem item)
    {
        matcher.PutWaiting(item);
        var decisions = matcher.Drive(Given.Noon, () => $"o{_number}");
        matcher.ReleaseReservation($"o{_number}");
        matcher.RemoveWaiting(item.Interaction, item.Version + 1);
        return decisions.Count;
    }

    private static EmotionalLoad LoadOf(int number) => EmotionalLoad.None with
    {
        Spells =
        [
            .. Enumerable.Range(0, 1 + (number % 3)).Select(i => new HardSpell(
                $"h{i}",
                "billing",
                Trajectory.Upset,
                Given.Noon.AddMinutes(-10 - (number % 20)),
                Given.Noon.AddMinutes(-i),
                Routing.EmotionalLoadHalfLife)),
        ],
    };
}
