using SupportGrid.Domain.Routing;
using static SupportGrid.Domain.Tests.Routing.Given;

namespace SupportGrid.Domain.Tests.Routing;

public sealed class DecisionSentencesTests
{
    private static string Said(Line line) => DecisionSentences.Explain(line.DriveOne());

    [Fact]
    public void The_only_one() =>
        Assert.Equal(
            "Offered to Ana, the only one who could be asked. Ben was not considered: at capacity.",
            Said(new Line()
                .With(Agent("ana"), Agent("ben").Carrying(new CarriedItem("x", "ox", Channel.Chat)))
                .Waiting(Item("i1"))));

    [Fact]
    public void The_longest_idle() =>
        Assert.Equal(
            "Offered to Ana because Ana has been free longest (12 min). Next would have been Ben, 0.15 points behind.",
            Said(new Line().With(Agent("ana", 12), Agent("ben", 3)).Waiting(Item("i1"))));

    [Fact]
    public void The_best_skills() =>
        Assert.StartsWith(
            "Offered to Ben because Ben has the best skills for it (4.5 of 5 on average).",
            Said(new Line()
                .With(Agent("ana", 50, 1, ("fr", 3)), Agent("ben", 3, 1, ("fr", 4.5)))
                .Waiting(Item("i1", 1, "billing", new SkillRequirement("fr", 2)))),
            StringComparison.Ordinal);

    [Fact]
    public void The_last_agent_of_the_customer() =>
        Assert.StartsWith(
            "Offered to Ana because Ana is the one this customer had last.",
            Said(new Line().With(Agent("ana", 1), Agent("ben")).Waiting(Item("i1") with { PreferredAgent = "ana" })),
            StringComparison.Ordinal);

    [Fact]
    public void A_transfer_to_one_agent() =>
        Assert.Equal(
            "Offered to Ana, to whom it was transferred. "
            + "Not considered either: 1 because it was transferred to one agent.",
            Said(new Line().With(Agent("ana"), Agent("ben")).Waiting(Item("i1") with { OnlyAgent = "ana" })));

    [Fact]
    public void Somebody_who_is_asked_again() =>
        Assert.Equal(
            "Offered again, because nobody else can take it, to Ana, the only one who could be asked.",
            Said(new Line().With(Agent("ana")).Waiting(Item("i1") with { NotAgents = ["ana"] })));

    [Fact]
    public void Equal_points() =>
        Assert.Equal(
            "Offered to Ben: equal points, and Ben has been free longer (3 h 20 min). Next would have been Ana.",
            Said(new Line().With(Agent("ana", 90), Agent("ben", 200)).Waiting(Item("i1"))));

    [Fact]
    public void Equal_in_everything() =>
        Assert.Equal(
            "Offered to Ana: equal in everything, so the order of agents' ids decided. Next would have been Ben.",
            Said(new Line().With(Agent("ana"), Agent("ben")).Waiting(Item("i1"))));

    [Fact]
    public void The_first_few_who_were_passed_over_are_named_and_the_rest_is_counted() =>
        Assert.Equal(
            "Offered to Zoe, the only one who could be asked."
            + " A00 was not considered: not taking work (lunch)."
            + " A01 was not considered: not taking work (lunch)."
            + " A02 was not considered: not taking work (lunch)."
            + " Not considered either: 9 not taking work.",
            Said(new Line()
                .With([Agent("zoe"), .. Enumerable.Range(0, 12).Select(i => Agent($"a{i:00}").Away("lunch"))])
                .Waiting(Item("i1"))));

    [Fact]
    public void Why_not_that_agent_right_now()
    {
        var line = new Line().With(Agent("ana").Away("lunch"), Agent("ben")).Waiting(Item("i1"));
        Assert.Equal("Ana: not taking work (lunch).", line.Matcher.Explain("i1", "ana", Noon).Sentence);
        Assert.Equal(MatchVerdict.Able, line.Matcher.Explain("i1", "ben", Noon).Verdict);
        line.Drive();
        Assert.Equal("It is offered to Ben.", line.Matcher.Explain("i1", "ben", Noon).Sentence);
        Assert.Equal("It is offered to ben.", line.Matcher.Explain("i1", "ana", Noon).Sentence);
    }
}
