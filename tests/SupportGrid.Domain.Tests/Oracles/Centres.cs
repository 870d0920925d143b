using System.Globalization;
using System.Text.Json;
using SupportGrid.Domain.Queues;
using SupportGrid.Domain.Routing;
using SupportGrid.Domain.Tests.Routing;

namespace SupportGrid.Domain.Tests.Oracles;

/// <summary>Puts the settings of the oracle points into queues, agents and policies, by family.</summary>
internal static class Centres
{
    public static Centre Of(OraclePoint point) => point.Id.Split('-')[0] switch
    {
        "F1" or "F2" => OneQueue(point),
        "F3" => StrictPriority(point),
        "F4" => AgentSelection(point),
        "F5" when point.Parameters.TryGetProperty("type_to_group", out _) => SharedMiddle(point),
        "F5" when point.Parameters.TryGetProperty("groups", out _) => Pooling(point),
        "F5" => NDesign(point),
        _ => Ageing(point),
    };

    private static Centre OneQueue(OraclePoint point) => new(
        [Class(point, 0, "q")],
        [.. Enumerable.Range(1, (int)point.Number("agents")).Select(i => Agent(i, "all"))],
        [Policy("q", 1)],
        point.Number("threshold_s"),
        (int)(point.NumbersOrNull("queue_places")?[0] ?? int.MaxValue));

    /// <summary>One queue a class, a class's points far above what waiting could make up for.</summary>
    private static Centre StrictPriority(OraclePoint point)
    {
        var classes = point.Numbers("arrivals_per_hour").Length;
        return new(
            [.. Enumerable.Range(0, classes).Select(i => Class(point, i, $"q{i}") with { Priority = 100 * (classes - i) })],
            [.. Enumerable.Range(1, (int)point.Number("agents")).Select(i => Agent(i, "all"))],
            [.. Enumerable.Range(0, classes).Select(i => Policy($"q{i}", 0))],
            point.NumbersOrNull("threshold_s")?[0] ?? 20);
    }

    /// <summary>Ordered selection is best match with a level that falls from agent to agent.</summary>
    private static Centre AgentSelection(OraclePoint point)
    {
        var ordered = point.Parameters.GetProperty("agent_selection").GetString() == "ordered";
        var speeds = point.NumbersOrNull("aht_s_of_agent");
        var agents = speeds?.Length ?? (int)point.Number("agents");
        return new(
            [Class(point, 0, "q") with { Skills = ordered ? [new("rank", 0)] : [] }],
            [
                .. Enumerable.Range(1, agents).Select(i =>
                    Agent(i, $"agent {i}", ("rank", 5 - (0.5 * i))) with { MeanService = speeds?[i - 1] ?? 0 }),
            ],
            [Policy("q", 1) with { Weights = ordered ? Given.Policy().Weights with { Idle = 0 } : ScoreWeights.Default }],
            20);
    }

    /// <summary>
    /// Class 1 prefers pool 1 by skill level; a freed agent of pool 2 follows the priorities of the queues.
    /// </summary>
    private static Centre NDesign(OraclePoint point)
    {
        var pools = point.Parameters.GetProperty("agents");
        var first = point.Parameters.GetProperty("freed_pool2_takes").GetString();
        var servers = new List<Server>();
        foreach (var pool in pools.EnumerateObject())
        {
            var isFirst = pool.Name == "pool1";
            for (var i = 0; i < pool.Value.GetInt32(); i++)
            {
                var agent = Agent(servers.Count + 1, $"pool {pool.Name[^1]}", ("class1", isFirst ? 5 : 1));
                servers.Add(isFirst ? In(agent, "q1") : agent);
            }
        }

        return new(
            [
                Class(point, 0, "q1", "1") with { Skills = [new("class1", 0)], Priority = first == "class 1 first" ? 1e6 : 0 },
                Class(point, 1, "q2", "2") with { Priority = first == "class 2 first" ? 1e6 : 0 },
            ],
            servers,
            [Policy("q1", 1), Policy("q2", 1)],
            20);
    }

    /// <summary>
    /// Three types, two groups; the middle type goes to group 0 if it can, and comes first when one is freed.
    /// </summary>
    private static Centre SharedMiddle(OraclePoint point)
    {
        var balking = point.Numbers("leaves_at_once_if_must_wait");
        var sizes = point.Numbers("agents");
        string[][] serves = [["q0", "q1"], ["q1", "q2"]];
        return new(
            [
                .. Enumerable.Range(0, 3).Select(i => Class(point, i, $"q{i}", $"{i}") with
                {
                    Balking = balking[i],
                    Priority = i == 1 ? 1e6 : 0,
                    Skills = i == 1 ? [new("middle", 0)] : [],
                }),
            ],
            [
                .. Enumerable.Range(0, 2).SelectMany(g => Enumerable.Range(0, (int)sizes[g]).Select(i =>
                    In(Agent((10 * g) + i, $"group {g}", ("middle", g == 0 ? 5 : 1)), serves[g]))),
            ],
            [Policy("q0", 1), Policy("q1", 1), Policy("q2", 1)],
            20);
    }

    private static Centre Pooling(OraclePoint point)
    {
        var servers = new List<Server>();
        foreach (var group in point.Parameters.GetProperty("groups").EnumerateArray())
        {
            var queues = group.GetProperty("skills").EnumerateArray().Select(s => $"q{s.GetInt32()}").ToArray();
            for (var i = 0; i < group.GetProperty("agents").GetInt32(); i++)
            {
                servers.Add(In(Agent(servers.Count + 1, "all"), queues));
            }
        }

        var types = point.Numbers("arrivals_per_hour").Length;
        return new(
            [.. Enumerable.Range(0, types).Select(i => Class(point, i, $"q{i}"))],
            servers,
            [.. Enumerable.Range(0, types).Select(i => Policy($"q{i}", 1))],
            point.Number("threshold_s"));
    }

    /// <summary>Slopes are the ageing of the queue; a head start is points at the place in the line.</summary>
    private static Centre Ageing(OraclePoint point)
    {
        var slopes = point.NumbersOrNull("slope_per_s");
        var starts = point.NumbersOrNull("head_start_s");
        return new(
            [
                .. Enumerable.Range(0, 2).Select(i =>
                    Class(point, i, $"q{i}") with { Priority = (starts?[i] ?? 0) / 60 }),
            ],
            [.. Enumerable.Range(1, (int)point.Number("agents")).Select(i => Agent(i, "all"))],
            [.. Enumerable.Range(0, 2).Select(i => Policy($"q{i}", slopes?[i] ?? 1))],
            20);
    }

    private static CustomerClass Class(OraclePoint point, int number, string queue, string? name = null)
    {
        static double At(double[]? values, int i) => values is null ? 0 : values.Length == 1 ? values[0] : values[i];
        return new(
            name ?? (number + 1).ToString(CultureInfo.InvariantCulture),
            queue,
            point.Numbers("arrivals_per_hour")[number],
            At(point.NumbersOrNull("aht_s"), number),
            At(point.NumbersOrNull("mean_patience_s"), number),
            Priority: 0,
            Skills: []);
    }

    private static Server Agent(int number, string group, params (string Skill, double Level)[] skills) =>
        new(Given.Agent($"a{number:000}", 0, 1, skills), group);

    private static Server In(Server server, params string[] queues) => server with
    {
        Agent = server.Agent with { Profile = server.Agent.Profile with { Queues = [.. queues] } },
    };

    private static QueuePolicy Policy(string queue, double ageing) =>
        Given.Policy(queue) with { AgeingPerMinute = ageing, Matching = SkillMatching.Best };
}
