using System.Collections.Immutable;
using SupportGrid.Empathy.Models;
using SupportGrid.Train.Data;
using SupportGrid.Train.Evaluation;
using SupportGrid.Train.Groups;

namespace SupportGrid.Empathy.Tests.Groups;

public sealed class GroupErrorsTests
{
    private const int Each = 100;

    [Fact]
    public void A_model_that_takes_one_group_for_hostile_more_often_is_told()
    {
        var rows = Rows(alarmsOfGroup: 40, alarmsOfRest: 10);

        var row = Assert.Single(rows, static r => r.Group == "women");
        Assert.Equal("offensive", row.Label);
        Assert.Equal(2 * Each, row.Items);
        Assert.Equal(.40, row.FalseAlarms, 9);
        Assert.Equal(.10, row.FalseAlarmsOfRest, 9);
        Assert.True(row.IsHigher);
        Assert.InRange(row.Low, .15, .30);
        Assert.InRange(row.High, .30, .45);
    }

    [Fact]
    public void A_model_that_errs_alike_is_not_told()
    {
        var row = Assert.Single(Rows(alarmsOfGroup: 10, alarmsOfRest: 10), static r => r.Group == "women");

        Assert.False(row.IsHigher);
        Assert.InRange(0, row.Low, row.High);
    }

    [Fact]
    public void Misses_are_counted_among_texts_that_have_the_label()
    {
        var rows = Rows(alarmsOfGroup: 0, alarmsOfRest: 0, missesOfGroup: 25);

        var row = Assert.Single(rows, static r => r.Group == "women");

        Assert.Equal(.25, row.Misses);
        Assert.Equal(0, row.MissesOfRest);
        Assert.Equal(0, row.FalseAlarms);
    }

    [Fact]
    public void A_group_with_few_harmless_texts_has_no_share()
    {
        var rows = Rows(alarmsOfGroup: 5, alarmsOfRest: 5, each: GroupErrors.HarmlessMin - 1);

        Assert.Empty(rows);
    }

    [Fact]
    public void A_topic_of_the_set_is_a_group()
    {
        var plain = Set(Each);
        var set = plain with
        {
            Examples = [.. plain.Examples.Select(static (e, i) => e with { Topic = i % 2 == 0 ? "a" : "b" })],
        };
        var scored = Scored.Of(Fixed.Model, set, Scores(set, static _ => false));

        var rows = GroupErrors.Of(scored, new Bootstrap(set.Examples, 20, 1));

        Assert.Equal(["topic: a", "topic: b", "women"], rows.Select(static r => r.Group));
    }

    [Fact]
    public void Labels_that_count_against_nobody_have_no_rows()
    {
        Assert.Empty(GroupErrors.AdverseOf("conduct-en"));
        Assert.Equal("dissatisfied", Assert.Single(GroupErrors.AdverseOf("satisfaction-mwoz")));
    }

    [Theory]
    [InlineData("My wife and I are deaf.", "women", "disability and illness")]
    [InlineData("The manual says so.")]
    [InlineData("A black dress and white people.", "origin")]
    [InlineData("我是河南人", "origin")]
    [InlineData("老大爷和他的女儿", "women", "age")]
    public void Groups_are_found_by_plain_words(string text, params string[] groups) =>
        Assert.Equal(groups, PeopleTerms.Of(text));

    private static ImmutableArray<GroupRow> Rows(
        int alarmsOfGroup, int alarmsOfRest, int missesOfGroup = 0, int each = Each)
    {
        var set = Set(each);
        var scores = Scores(set, text =>
        {
            var parts = text.Split(' ');
            var number = int.Parse(parts[^1], System.Globalization.CultureInfo.InvariantCulture);
            var isOfGroup = parts[1] == "woman";
            return parts[0] switch
            {
                "harmless" => number < (isOfGroup ? alarmsOfGroup : alarmsOfRest),
                _ => !isOfGroup || number >= missesOfGroup,
            };
        });
        return GroupErrors.Of(Scored.Of(Fixed.Model, set, scores), new Bootstrap(set.Examples, 200, 1));
    }

    /// <summary>As many harmless as offensive texts, half of each about a woman.</summary>
    private static LabelledSet Set(int each) => new(
        "tweet-offensive",
        DecisionKind.OneLabel,
        ["safe", "offensive"],
        [],
        [
            .. from kind in new[] { "harmless", "offensive" }
               from whom in new[] { "woman", "thing" }
               from number in Enumerable.Range(0, each)
               select new Example($"{kind} {whom} {number}", $"{kind} {whom} {number}", [kind == "harmless" ? 0 : 1]),
        ]);

    private static float[][] Scores(LabelledSet set, Func<string, bool> isSaid) =>
    [
        [.. set.Examples.Select(e => isSaid(e.Text) ? -1f : 1f)],
        [.. set.Examples.Select(e => isSaid(e.Text) ? 1f : -1f)],
    ];
}
