using System.Collections.Immutable;
using SupportGrid.Domain;
using SupportGrid.Domain.Agents;
using SupportGrid.Domain.Configurations;
using SupportGrid.Domain.Empathy;
using SupportGrid.Domain.Queues;
using SupportGrid.Domain.Routing;
using SupportGrid.Gateway.Admin;

namespace SupportGrid.Gateway.Tests.Admin;

/// <summary>Goal: whatever a configuration says, its text says the same. Method: valid ones drawn from seeds.</summary>
public sealed class ConfigurationYamlRandomTests
{
    private static readonly string[] SkillKeys = ["null", "123", "a.b", "x_y", "1e3", "no", "true-ish"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Write_ThenRead_AnyConfiguration_IsTheSame(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 200; round++)
        {
            var drawn = Draw(random);
            Assert.Empty(ConfigurationRules.Check(drawn));
            var read = ConfigurationYaml.Read(ConfigurationYaml.Write(drawn));
            Assert.Empty(read.Problems);
            Assert.Empty(ConfigurationDiff.Between(drawn, read.Wanted!));
        }
    }

    private static Configuration Draw(Random random)
    {
        var empty = Configuration.Empty;
        return empty with
        {
            Skills = empty.Skills.AddRange(SkillKeys.Select(k => KeyValuePair.Create(k, new Skill(k, Name(random))))),
            Presences = empty.Presences.Add("null", new PresenceReason("null", Name(random), random.Next(2) == 0)),
            Queues = empty.Queues.AddRange(new[] { "q1", "no" }.Select(k => KeyValuePair.Create(k, Queue(k, random)))),
            Agents = empty.Agents.AddRange(new[] { "007", "ana" }.Select(k =>
                KeyValuePair.Create(k, Agent(k, random)))),
        };
    }

    private static QueuePolicy Queue(string key, Random random) => new(
        0,
        key,
        Name(random),
        "default",
        [.. Some(random).Select(s => new SkillRequirement(s, random.NextDouble() * 5))],
        (SkillMatching)random.Next(1, 4),
        [.. Enumerable.Range(0, random.Next(4)).Select(n => new RelaxationStep(
            TimeSpan.FromSeconds((n * 100) + random.Next(100)), random.Next(5), [.. Some(random)]))],
        new ScoreWeights(random.NextDouble() * 1e6, 1e-300, 0.1, random.Next(9), Span(random, 1, 86_400)),
        random.Next(-10_000, 10_000),
        random.NextDouble(),
        new ServiceTarget("sl.flow", Span(random, 1, 9_000), random.NextDouble()),
        new OpeningHours("Europe/Berlin", Spans(random), (WhenClosed)random.Next(1, 3)),
        Span(random, 1, 3_600),
        Span(random, 0, 3_600),
        Span(random, 0, 1_000_000),
        new WrapUpPolicy((WrapUpMode)random.Next(1, 5), Span(random, 1, 3_600), [.. Some(random)]),
        Span(random, 0, 600),
        Span(random, 0, 86_400),
        random.Next(2) == 0 ? null : EmpathyPolicy.Default with { Routing = Routing(random) });

    private static EmpathyRouting Routing(Random random) => new(
        random.NextDouble() / 1e9, random.Next(9), Span(random, 1, 86_400), Span(random, 60, 600_000));

    private static AgentProfile Agent(string key, Random random) => new(
        0,
        key,
        Name(random),
        "default",
        random.Next(2) == 0 ? [] : ["no"],
        Some(random).ToImmutableSortedDictionary(s => s, _ => random.NextDouble() * 5, StringComparer.Ordinal),
        new ChannelCapacity(
            random.Next(1, 1_000),
            Enum.GetValues<Channel>().Where(_ => random.Next(2) == 0).ToImmutableSortedDictionary(
                c => c,
                _ => new ChannelRule(random.Next(100), random.Next(9), random.Next(2) == 0 ? [] : [Channel.Voice]))));

    private static ImmutableArray<OpenSpan> Spans(Random random) =>
    [
        .. Enum.GetValues<DayOfWeek>().Where(_ => random.Next(2) == 0).Select(day =>
        {
            var from = TimeOnly.MinValue.Add(TimeSpan.FromSeconds(random.Next(40_000)));
            var to = random.Next(3) == 0 ? TimeOnly.MaxValue : from.Add(TimeSpan.FromSeconds(random.Next(1, 40_000)));
            return new OpenSpan(day, from, to);
        }),
    ];

    private static IEnumerable<string> Some(Random random) => [.. SkillKeys.Where(_ => random.Next(3) == 0)];

    private static TimeSpan Span(Random random, int minSeconds, int maxSeconds) =>
        TimeSpan.FromSeconds(random.Next(minSeconds, maxSeconds)) + TimeSpan.FromMilliseconds(random.Next(2) * 7);

    private static string Name(Random random)
    {
        const string letters = "aZ09 :#-{}[],&*!|>'\"%@`\\\n\t\r\u0085\u00e9\u2028\ufeff~";
        var text = new string([.. Enumerable.Range(0, random.Next(1, 20)).Select(_ =>
            letters[random.Next(letters.Length)])]);
        return string.IsNullOrWhiteSpace(text) ? "x" : text + (random.Next(4) == 0 ? "😀" : "");
    }
}
