using SupportGrid.Empathy.Analysis;
using SupportGrid.Empathy.Models;
using SupportGrid.Train;
using SupportGrid.Train.Data;
using SupportGrid.Train.Tenants;

namespace SupportGrid.Empathy.Tests.Tenants;

public sealed class TenantFileTests
{
    private static readonly TenantTask Satisfaction = TenantTask.Find("satisfaction");
    private static readonly TenantTask Emotion = TenantTask.Find("emotion");

    [Fact]
    public void Labels_are_read_with_what_was_said_before()
    {
        var set = Read(Satisfaction, """
            {"id": "c1", "turns": [{"from": "customer", "text": "Where is it?"}, {"from": "agent", "text": "No idea, sorry"},
            """.ReplaceLineEndings(" ") + """
            {"from": "customer", "text": "Where is it?", "labels": {"satisfaction": "dissatisfied"}}]}
            """);
        var example = Assert.Single(set.Examples);
        Assert.Equal([0], example.Labels.AsEnumerable());
        Assert.Equal("No idea, sorry", example.PreviousOther);
        Assert.Equal("Where is it?", example.PreviousOwn);
        Assert.Equal(1f, example.Dense[set.DenseCues.IndexOf("word-overlap")]);
        Assert.Equal(1f, example.Dense[set.DenseCues.IndexOf("agent-refused")]);
    }

    [Fact]
    public void A_disputed_label_does_not_hold()
    {
        var set = Read(Emotion, """
            {"id": "c1", "turns": [{"from": "customer", "text": "hm", "labels": {"emotion": ["angry", "sad"]}, "rejected": {"emotion": ["angry"]}}]}
            {"id": "c2", "turns": [{"from": "customer", "text": "ok", "rejected": {"emotion": "angry"}}]}
            """);
        Assert.Equal([Emotion.Labels.IndexOf("sad")], set.Examples[0].Labels.AsEnumerable());
        Assert.Equal([Emotion.Labels.IndexOf("neutral")], set.Examples[1].Labels.AsEnumerable());
    }

    [Fact]
    public void Turns_that_nobody_judged_and_other_languages_are_read_past() => Assert.Empty(Read(Satisfaction, """
        {"id": "c1", "turns": [{"from": "customer", "text": "ok"}, {"from": "agent", "text": "fine", "labels": {"satisfaction": "neutral"}}]}
        {"id": "c2", "language": "zh", "turns": [{"from": "customer", "text": "好", "labels": {"satisfaction": "neutral"}}]}
        """).Examples);

    [Theory]
    [InlineData("""{"id": "c1"}""")]
    [InlineData("""{"id": "c1", "turns": [{"from": "robot", "text": "x"}]}""")]
    [InlineData("""{"id": "c1", "turns": [{"from": "customer", "text": "x", "labels": {"satisfaction": "cheerful"}}]}""")]
    [InlineData("""{"id": "c1", "turns": [{"from": "customer", "text": "x", "labels": {"satisfaction": ["neutral", "satisfied"]}}]}""")]
    [InlineData("no json")]
    public void A_line_that_does_not_fit_is_named(string line) =>
        Assert.Contains(
            "line 1", Assert.Throws<DataException>(() => Read(Satisfaction, line)).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Train_OwnConversations_WritesAModelThatTheAnalyserTakes()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "own.jsonl");
        await File.WriteAllLinesAsync(file, Enumerable.Range(0, 120).Select(static i => i % 2 == 0
            ? $$$"""{"id": "c{{{i}}}", "turns": [{"from": "customer", "text": "order {{{i}}} is broken and nobody helps", "labels": {"satisfaction": "dissatisfied"}}]}"""
            : $$$"""{"id": "c{{{i}}}", "turns": [{"from": "customer", "text": "order {{{i}}} works nicely", "labels": {"satisfaction": "satisfied"}}]}"""));
        var exit = await TrainCommands.Build().Parse(
            ["train", "--tenant", file, "--task", "satisfaction", "--out", folder.Path, "--date", "2026-01-02"]).InvokeAsync();
        Assert.Equal(0, exit);
        var bytes = await File.ReadAllBytesAsync(Path.Combine(folder.Path, "satisfaction-en.sgem"));
        var card = ModelCard.FromJson(await File.ReadAllTextAsync(Path.Combine(folder.Path, "satisfaction-en.json")));
        Assert.Equal(ModelFile.HashOf(bytes), card.Sha256);
        Assert.NotNull(new EmpathyAnalyser(EmpathyModels.Shipped.With(ModelFile.Read(bytes))));
    }

    private static LabelledSet Read(TenantTask task, string lines)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "own.jsonl");
        File.WriteAllText(file, lines);
        return TenantFile.Read([file], task, "en");
    }
}
