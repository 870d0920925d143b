using System.Globalization;
using System.Text;
using SupportGrid.Domain.Routing;
using static SupportGrid.Domain.Tests.Routing.Given;

namespace SupportGrid.Domain.Tests.Routing;

public sealed class DecisionRecordTests
{
    private static RoutingDecision Decision() => new Line(Policy() with
    {
        Relaxation = [new(TimeSpan.FromSeconds(90), 1, ["tax"])],
    })
        .With(
            Agent("ana", 12, 2, ("fr", 4.5), ("tax", 2)),
            Agent("ben", 40, 2, ("fr", 4)).Carrying(new CarriedItem("x", "ox", Channel.Chat)),
            Agent("cyn").Away("lunch"),
            Agent("dan", 3, 1, ("fr", 5)).Carrying(new CarriedItem("y", "oy", Channel.Chat)),
            Agent("eva", 3, 1, ("fr", 1)).Away())
        .Waiting(Item("i1", 2, "billing", new("fr", 4), new("tax", 1)) with { Priority = 1.5, PreferredAgent = "dan" })
        .DriveOne();

    [Fact]
    public void It_says_who_was_ranked_by_which_terms()
    {
        var decision = Decision();
        Assert.Equal("ana", decision.Agent);
        Assert.Equal(["ana", "ben"], decision.Candidates.Select(c => c.Facts.Agent));
        Assert.Equal(
            [
                new(ScoreTermName.Preferred, 0, 0, 100, 0),
                new(ScoreTermName.Proficiency, 4.5m, 0.9m, 10, 9),
                new(ScoreTermName.Idle, 720, 0.2m, 1, 0.2m),
            ],
            decision.Candidates[0].Terms.AsEnumerable());
        Assert.Equal(9.2m, decision.Candidates[0].Score);
        Assert.Equal(WinReason.Proficiency, decision.Because);
        Assert.Equal(9.2m - decision.Candidates[1].Score, decision.Margin);
    }

    [Fact]
    public void It_says_how_the_item_stood()
    {
        var item = Decision().Item;
        Assert.Equal(TimeSpan.FromMinutes(2), item.Waited);
        Assert.Equal(3.5m, item.EffectivePriority);
        Assert.Equal(1, item.RelaxationStep);
        Assert.Equal([new SkillRequirement("fr", 3)], item.SkillsRequired.AsEnumerable());
    }

    [Fact]
    public void It_says_who_could_not_be_asked_and_why()
    {
        var decision = Decision();
        Assert.Equal(
            ["cyn SkillMissing", "eva SkillLevel", "dan Capacity"],
            decision.Excluded.Select(e => $"{e.Facts.Agent} {e.Reason}"));
        Assert.Equal(
            [
                new(ExclusionReason.SkillMissing, 1),
                new(ExclusionReason.SkillLevel, 1),
                new ExclusionTotal(ExclusionReason.Capacity, 1),
            ],
            decision.ExcludedTotals.AsEnumerable());
    }

    [Fact]
    public void Lists_are_bounded_and_totals_are_complete()
    {
        var agents = Enumerable.Range(0, 50).Select(i => Agent($"a{i:00}", i + 1));
        var away = Enumerable.Range(0, 40).Select(i => Agent($"b{i:00}").Away());
        var decision = new Line().With([.. agents, .. away]).Waiting(Item("i1")).DriveOne();
        Assert.Equal(MatcherLimits.CandidatesListedMax, decision.Candidates.Length);
        Assert.Equal(50, decision.CandidatesTotal);
        Assert.Equal(["b00", "b01", "b02"], decision.Excluded.Select(e => e.Facts.Agent));
        Assert.Equal(new ExclusionTotal(ExclusionReason.NotRoutable, 40), Assert.Single(decision.ExcludedTotals));
        Assert.Equal("a49", decision.Agent);
    }

    [Fact]
    public void Its_bytes_are_canonical()
    {
        const string expected =
            """
            {"v":1,"offer":"o1","agent":"ana","at":"2026-03-02T12:00:00.0000000Z","item":{"interaction":"i1",
            "version":1,"queue":"billing","channel":"chat","placeSince":"2026-03-02T11:59:00.0000000Z",
            "waitedSeconds":60,"priority":0,"effectivePriority":1,"relaxationStep":0,"skillsAsked":[],
            "skillsRequired":[],"preferredAgent":null,"preferredUntil":null,"onlyAgent":null,"onlyUntil":null,
            "onlyAgentInForce":false,"notAgents":[]},"policy":{"version":1,"matching":"best","ageingPerMinute":1,
            "relaxation":[],"weights":{"preferred":100,"proficiency":10,"idle":1,"idleScaleSeconds":3600,
            "freeCapacity":0}},"candidates":[{"facts":{"agent":"ana","name":"Ana","version":1,"profileVersion":1,
            "inQueue":true,"routable":true,"whyNot":null,"servesChannel":true,"fits":true,"fitsUnreserved":true,
            "unitsTaken":0,"units":100,"levels":[],"idleSince":"2026-03-02T11:30:00.0000000Z","preferred":false,
            "rejected":0},"terms":[{"name":"preferred","raw":0,"scaled":0,"weight":100,"points":0},
            {"name":"idle","raw":1800,"scaled":0.5,"weight":1,"points":0.5}],"score":0.5}],"candidatesTotal":1,
            "excluded":[{"reason":"not_routable","facts":{"agent":"ben","name":"Ben","version":2,"profileVersion":1,
            "inQueue":true,"routable":false,"whyNot":"lunch","servesChannel":true,"fits":true,"fitsUnreserved":true,
            "unitsTaken":0,"units":100,"levels":[],"idleSince":"2026-03-02T11:50:00.0000000Z","preferred":false,
            "rejected":0}}],"excludedTotals":[{"reason":"not_routable","agents":1}],"askedAgain":false,
            "because":"only_candidate","margin":null}
            """;
        var decision = new Line().With(Agent("ana", 30), Agent("ben").Away("lunch")).Waiting(Item("i1")).DriveOne();
        Assert.Equal(expected.ReplaceLineEndings(string.Empty), DecisionCodec.EncodeText(decision));
    }

    [Fact]
    public void Its_bytes_do_not_depend_on_the_culture()
    {
        var here = DecisionCodec.Encode(Decision());
        var culture = CultureInfo.CurrentCulture;
        try
        {
            var odd = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            odd.NumberFormat.NumberDecimalSeparator = ",";
            odd.NumberFormat.NegativeSign = "~";
            odd.DateTimeFormat.TimeSeparator = ".";
            CultureInfo.CurrentCulture = odd;
            Assert.Equal(here, DecisionCodec.Encode(Decision()));
            Assert.True(DecisionReplay.Replay(here).Same);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"v":2}""")]
    [InlineData("""{"v":1,"offer":null}""")]
    public void What_is_no_record_is_refused(string text)
    {
        Assert.Throws<FormatException>(() => DecisionCodec.DecodeText(text));
        var replay = DecisionReplay.Replay(Encoding.UTF8.GetBytes(text));
        Assert.False(replay.Same);
        Assert.Single(replay.Differences);
    }
}
