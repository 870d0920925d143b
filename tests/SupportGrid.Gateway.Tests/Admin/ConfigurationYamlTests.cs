using SupportGrid.Domain.Configurations;
using SupportGrid.Domain.Queues;
using SupportGrid.Gateway.Admin;
using V1 = SupportGrid.Api.V1;

namespace SupportGrid.Gateway.Tests.Admin;

public sealed class ConfigurationYamlTests
{
    [Fact]
    public void Read_Sample_IsFineAndUsesEveryKey()
    {
        var sample = Fine(ConfigurationSample.Yaml);
        Assert.Equal(["billing", "french"], sample.Skills.Keys);
        Assert.Equal(["billing", "general"], sample.Queues.Keys);
        var billing = sample.Queues["billing"];
        Assert.Equal(TimeSpan.FromMinutes(5), billing.Relaxation[1].After);
        Assert.Equal("billing", billing.Relaxation[1].DropSkills.Single());
        Assert.Equal(6, billing.Hours.Spans.Length);
        Assert.Equal(TimeOnly.MaxValue, billing.Hours.Spans.Single(s => s.Day == DayOfWeek.Friday).To);
        Assert.Equal(WrapUpMode.Timed, billing.WrapUp.Mode);
        Assert.Equal(2.5, sample.Agents["ana"].Skills["french"]);
        Assert.Equal(ConfigurationYamlDefaults.Capacity, sample.Agents["ben"].Capacity);
        Assert.Equal("general", Assert.Single(sample.Chat.Queues));
        Assert.Equal("https://shop.example.org", Assert.Single(sample.Chat.Origins));
        Assert.Equal(("Help", "How can we help you?"), (sample.Chat.Title, sample.Chat.Greeting));
    }

    [Fact]
    public void Write_ThenRead_ChangesNothing()
    {
        var sample = Fine(ConfigurationSample.Yaml);
        var text = ConfigurationYaml.Write(sample);
        Assert.Empty(ConfigurationDiff.Between(sample, Fine(text)));
        Assert.Equal(text, ConfigurationYaml.Write(Fine(text)));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("\uFEFF{}")]
    [InlineData("skills:\nqueues:\n")]
    [InlineData("skills: {}\nagents: null\n")]
    public void Read_Nothing_IsTheEmptyConfiguration(string yaml)
    {
        Assert.Empty(ConfigurationDiff.Between(Configuration.Empty, Fine(yaml)));
        Assert.Equal("skills: {}\npresences: {}\nqueues: {}\nagents: {}\n", ConfigurationYaml.Write(Fine(yaml)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData("# nothing\n")]
    [InlineData("null")]
    [InlineData("~\n")]
    [InlineData("---\n...\n")]
    public void Read_TextThatSaysNothing_IsRefusedForItWouldRemoveEverything(string yaml) =>
        Assert.Contains("says nothing", Assert.Single(Problems(yaml)), StringComparison.Ordinal);

    [Fact]
    public void Read_ManyErrors_TellsAllOfThemWithLineAndPath()
    {
        const string yaml = """
            skills:
              french: { display-name: French, colour: blue }
              french: { display-name: Again }
            presences:
              break: { takes-work: yes }
            queues:
              billing:
                skills: [french]
                matching: fastest
                target: { share: a lot, threshold: 20 }
                offer-timeout: soon
                hours: { monday: [8-12, 08:00-12:00], someday: [] }
                wrap-up: timed
            printers: {}
            agents:
              ana: { capacity: { units: 1.5, voice: { interruptible-by: [pigeon] } } }
            """;
        Assert.Equal(
            [
                "2 skills/french/colour is not known here; known are display-name",
                "3 skills/french is written twice",
                "5 presences/break/takes-work must be true or false",
                "8 queues/billing/skills must be keys with values",
                "9 queues/billing/matching must be one of all, best, disregard",
                "10 queues/billing/target/threshold must be a duration such as 20s, 2m, 1h30m or 7d",
                "10 queues/billing/target/share must be a number",
                "11 queues/billing/offer-timeout must be a duration such as 20s, 2m, 1h30m or 7d",
                "12 queues/billing/hours/someday is not known here; known are time-zone, closed, sunday, "
                    + "monday, tuesday, wednesday, thursday, friday, saturday",
                "12 queues/billing/hours/monday/1 must be a span such as 08:00-12:30 or 13:00-24:00",
                "13 queues/billing/wrap-up must be keys with values",
                "14 printers is not known here; known are skills, presences, queues, agents, chat",
                "16 agents/ana/capacity/units must be a whole number",
                "16 agents/ana/capacity/voice/interruptible-by/1 must be one of voice, chat, email, "
                    + "sms, social, callback",
            ],
            Problems(yaml));
    }

    [Fact]
    public void Read_BrokenRules_AreToldWithTheLinesTheyStandOn()
    {
        const string yaml = """
            queues:
              billing:
                skills: { unheard: 3 }
                relaxation:
                  - { after: 2m }
                  - { after: 1m }
                target: { share: 1.5 }
            agents:
              ana:
                queues: [billing, nowhere]
            """;
        var problems = Problems(yaml);
        Assert.Equal(4, problems.Length);
        Assert.StartsWith("3 queues/billing/skills/unheard", problems[0], StringComparison.Ordinal);
        Assert.StartsWith("6 queues/billing/relaxation/2/after", problems[1], StringComparison.Ordinal);
        Assert.StartsWith("7 queues/billing/target/share", problems[2], StringComparison.Ordinal);
        Assert.StartsWith("10 agents/ana/queues/nowhere", problems[3], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("skills: &a {}\npresences: *a\n", "anchor")]
    [InlineData("skills: !!map {}\n", "tag")]
    [InlineData("skills: {}\n---\nqueues: {}\n", "one document")]
    [InlineData("skills: [1, 2\n", "not readable as YAML")]
    [InlineData("skills: queues: {}\n", "not readable as YAML")]
    [InlineData("? [a, b]\n: c\n", "plain keys")]
    [InlineData("just a text", "keys with values")]
    [InlineData(
        "queues: {a: {b: {c: {d: {e: {f: {g: {h: {i: {j: {k: {l: {m: {n: {o: {p: {q: 1}}}}}}}}}}}}}}}}}",
        "too deeply")]
    public void Read_WhatAConfigurationNeverNeeds_IsRefused(string yaml, string rule) =>
        Assert.Contains(Problems(yaml), p => p.Contains(rule, StringComparison.Ordinal));

    [Fact]
    public void Read_GrowingAliases_AreNotFollowed()
    {
        var lines = Enumerable.Range(1, 30).Select(n => $"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]");
        Assert.NotEmpty(Problems("a0: &a0 [x]\n" + string.Join('\n', lines)));
    }

    [Fact]
    public void Read_NamesThatLookLikeSomethingElse_SurviveWriting()
    {
        string[] names =
        [
            "true", "null", "~", "1e3", "a: b", "#x", "\"q\"", "back\\slash", "tab\there", "ü 😀", "a\u2028b", "- x",
        ];
        var empty = Configuration.Empty;
        foreach (var name in names)
        {
            var named = empty with { Skills = empty.Skills.Add("null", new Skill("null", name)) };
            var again = Fine(ConfigurationYaml.Write(named));
            Assert.Equal(name, again.Skills["null"].DisplayName);
        }
    }

    [Fact]
    public void Read_DamagedSample_NeverThrows()
    {
        var random = new Random(3);
        var sample = ConfigurationSample.Yaml;
        for (var round = 0; round < 1_500; round++)
        {
            var text = sample.ToCharArray();
            for (var damage = 0; damage < 1 + (round % 5); damage++)
            {
                text[random.Next(text.Length)] = "{}[]:,-#&*!|>'\"%@`\n\t x0\u0000\uFFFE"[random.Next(24)];
            }

            var cut = random.Next(2) == 0 ? text.Length : random.Next(text.Length);
            var result = ConfigurationYaml.Read(new string(text, 0, cut));
            Assert.Equal(result.Wanted is null, result.Problems.Count > 0);
        }
    }

    [Fact]
    public void Put_OneEntry_LeavesTheRestAndTellsLinesOfItsOwnText()
    {
        var sample = Fine(ConfigurationSample.Yaml);
        var put = ConfigurationYaml.Put(sample, V1.EntryKind.Queue, "sales", "display-name: Sales\nbase-priority: 5\n");
        Assert.Equal(["queues/sales"], ConfigurationDiff.Between(sample, put.Wanted!).Select(c => c.Path));
        Assert.Equal(5, put.Wanted!.Queues["sales"].BasePriority);

        var wrong = ConfigurationYaml.Put(
            sample, V1.EntryKind.Agent, "zoe", "display-name: Zoe\nskills: { unheard: 1 }\n");
        Assert.Equal([(2, "agents/zoe/skills/unheard")], wrong.Problems.Select(p => (p.Line, p.Path)));
    }

    [Fact]
    public void Remove_WhatIsReferredTo_IsAProblemAndWhatIsNotThereIsNone()
    {
        var sample = Fine(ConfigurationSample.Yaml);
        Assert.NotEmpty(ConfigurationYaml.Remove(sample, V1.EntryKind.Skill, "french").Problems);
        Assert.Empty(ConfigurationDiff.Between(
            sample, ConfigurationYaml.Remove(sample, V1.EntryKind.Skill, "unheard").Wanted!));
        Assert.False(ConfigurationYaml.Remove(sample, V1.EntryKind.Agent, "ana").Wanted!.Agents.ContainsKey("ana"));
    }

    private static Configuration Fine(string yaml)
    {
        var result = ConfigurationYaml.Read(yaml);
        Assert.Empty(result.Problems);
        return result.Wanted!;
    }

    private static string[] Problems(string yaml)
    {
        var result = ConfigurationYaml.Read(yaml);
        Assert.Null(result.Wanted);
        return [.. result.Problems.Select(p => $"{p.Line} {(p.Path.Length == 0 ? "" : p.Path + " ")}{p.Rule}")];
    }
}
