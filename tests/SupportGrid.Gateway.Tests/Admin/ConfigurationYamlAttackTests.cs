using System.Globalization;
using System.Text;
using SupportGrid.Domain.Configurations;
using SupportGrid.Gateway.Admin;
using SupportGrid.Gateway.Admin.Yaml;
using SupportGrid.Gateway.Edge;

namespace SupportGrid.Gateway.Tests.Admin;

/// <summary>Texts that nobody wrote by hand: reading them ends soon, and so does what is said about them.</summary>
public sealed class ConfigurationYamlAttackTests
{
    /// <summary>Far more than it takes on a busy machine; the square of the depth takes far more than this.</summary>
    [Theory]
    [InlineData("", "[")]
    [InlineData("", "{")]
    [InlineData("a: ", "{b: ")]
    [InlineData("", "- ")]
    [InlineData("", "? ")]
    [InlineData("", "[? ")]
    [InlineData("", "[\n")]
    public async Task Read_NestedWithoutEnd_StopsAtADepth(string start, string level)
    {
        var text = start + Times(level, RequestLimits.YamlBytesMax / level.Length);
        var result = await Task.Run(() => ConfigurationYaml.Read(text)).Within("the text to be read");
        Assert.Contains(result.Problems, p => p.Rule == "is nested too deeply");
    }

    [Theory]
    [InlineData("skills", ConfigurationLimits.SkillsMax)]
    [InlineData("presences", ConfigurationLimits.PresencesMax)]
    [InlineData("queues", ConfigurationLimits.QueuesMax)]
    [InlineData("agents", ConfigurationLimits.AgentsMax)]
    public void Read_MoreEntriesThanThereMayBe_IsRefusedWhileReading(string section, int max)
    {
        // What stands behind the last entry is no YAML: who reads on meets it.
        var entries = Enumerable.Range(0, max + 1).Select(n => $"  e{n.ToString(CultureInfo.InvariantCulture)}: {{}}\n");
        var problem = Assert.Single(ConfigurationYaml.Read($"{section}:\n{string.Concat(entries)}  ]: [").Problems);
        Assert.Equal((section, $"must have at most {max} entries"), (problem.Path, problem.Rule));
    }

    [Fact]
    public void Read_MoreItemsThanAnyListHas_IsRefusedWhileReading()
    {
        var problem = Assert.Single(
            ConfigurationYaml.Read($"queues: {{ q: {{ wrap-up: {{ codes: [{Times("a, ", 100_000)}").Problems);
        Assert.Equal("queues/q/wrap-up/codes", problem.Path);
    }

    [Theory]
    [InlineData("")]
    [InlineData("queues: ")]
    public void Read_HugeKeyAboveManyOthers_IsOneShortProblem(string above)
    {
        var below = string.Join(", ", Enumerable.Range(0, 900).Select(n => $"k{n}: [x]"));
        var problem = Assert.Single(
            ConfigurationYaml.Read($"{above}{{ ? \"{Times("k", 2_000_000)}\" : {{ {below} }} }}").Problems);
        Assert.Equal("must have keys of at most 64 characters", problem.Rule);
    }

    [Theory]
    [InlineData("skills: { french: { display-name: \"", "\" } }")]
    [InlineData("skills: { french: { display-name: &", " x } }")]
    [InlineData("skills: *", "")]
    [InlineData("skills: !", " x")]
    public void Read_HugeValueOrWord_IsToldInFewWords(string before, string after)
    {
        var problems = ConfigurationYaml.Read(before + Times("v", 1_000_000) + after).Problems;
        Assert.NotEmpty(problems);
        Assert.All(problems, p => Assert.InRange(p.Path.Length + p.Rule.Length, 1, 400));
    }

    [Fact]
    public async Task Read_EveryAgentBreaksARule_DoesNotWalkTheTextForEach()
    {
        var agents = Enumerable.Range(0, ConfigurationLimits.AgentsMax)
            .Select(n => $"  a{n.ToString(CultureInfo.InvariantCulture)}: {{ queues: [nowhere, neither] }}\n");
        var text = $"agents:\n{string.Concat(agents)}";
        var result = await Task.Run(() => ConfigurationYaml.Read(text)).Within("the text to be read");
        Assert.Equal(YamlProblems.Max, result.Problems.Count);
    }

    [Fact]
    public void Read_NobodyWaitsAnyMore_StopsBetweenTwoTokens() => Assert.Throws<OperationCanceledException>(
        () => ConfigurationYaml.Read("skills: {}\n", new CancellationToken(canceled: true)));

    private static string Times(string text, int count) => new StringBuilder().Insert(0, text, count).ToString();
}
