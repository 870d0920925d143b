using System.Text;
using SupportGrid.Domain.Routing;
using static SupportGrid.Domain.Tests.Routing.Given;

namespace SupportGrid.Domain.Tests.Routing;

public sealed class DecisionReplayTests
{
    private static RoutingDecision Decision() => new Line()
        .With(
            Agent("ana", 12, 1, ("fr", 4)),
            Agent("ben", 40, 1, ("fr", 3)),
            Agent("cyn", 50, 1, ("fr", 1)),
            Agent("dan").Away())
        .Waiting(Item("i1", 2, "billing", new SkillRequirement("fr", 3)))
        .DriveOne();

    [Fact]
    public void A_record_replays_to_the_same_bytes()
    {
        var replay = DecisionReplay.Replay(DecisionCodec.Encode(Decision()));
        Assert.True(replay.Same, string.Join('\n', replay.Differences));
        Assert.Equal("ana", replay.Recomputed!.Agent);
    }

    [Theory]
    [InlineData("\"agent\":\"ana\",\"at\"", "\"agent\":\"ben\",\"at\"", "$.agent: recorded \"ben\", recomputed \"ana\".")]
    [InlineData("\"points\":8", "\"points\":9", "$.candidates[0].terms[1].points: recorded 9, recomputed 8.")]
    [InlineData("\"score\":8.2", "\"score\":9.2", "$.candidates[0].score: recorded 9.2, recomputed 8.2.")]
    [InlineData("\"idle\":1,", "\"idle\":2,", "$.candidates[0].terms[2].weight: recorded 1, recomputed 2.")]
    [InlineData("\"waitedSeconds\":120", "\"waitedSeconds\":7", "$.item.waitedSeconds: recorded 7, recomputed 120.")]
    [InlineData("\"because\":\"proficiency\"", "\"because\":\"idle\"", "$.because: recorded \"idle\", recomputed \"proficiency\".")]
    [InlineData("\"reason\":\"skill_level\",\"facts\"", "\"reason\":\"capacity\",\"facts\"", "$.excluded[1].reason: recorded \"capacity\", recomputed \"skill_level\".")]
    [InlineData("\"margin\":", "\"margin\": ", "$: the values are the same, their form is not canonical.")]
    [InlineData("\"v\":1", "\"v\":1,\"extra\":true", "$.extra: recorded true, recomputed nothing.")]
    public void A_record_that_was_tampered_with_is_found_out(string from, string to, string said)
    {
        var honest = DecisionCodec.EncodeText(Decision());
        var at = honest.IndexOf(from, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{from} occurs in {honest}");
        var tampered = honest.Remove(at, from.Length).Insert(at, to);
        var replay = DecisionReplay.Replay(Encoding.UTF8.GetBytes(tampered));
        Assert.False(replay.Same);
        Assert.Contains(said, replay.Differences);
    }

    [Fact]
    public void A_better_agent_smuggled_among_the_excluded_is_found_out()
    {
        var honest = Decision();
        var cyn = honest.Excluded.Single(e => e.Facts.Agent == "cyn");
        var tampered = honest with
        {
            Excluded = honest.Excluded.Replace(cyn, cyn with { Facts = cyn.Facts with { Levels = [new("fr", 5)] } }),
        };
        var replay = DecisionReplay.Replay(DecisionCodec.Encode(tampered));
        Assert.False(replay.Same);
        Assert.Equal("cyn", replay.Recomputed!.Agent);
    }

    [Fact]
    public void An_agent_asked_again_replays_to_the_same_bytes()
    {
        var decision = new Line()
            .With(Agent("ana"), Agent("ben"))
            .Waiting(Item("i1") with { NotAgents = ["ana", "ben"] })
            .DriveOne();
        Assert.True(decision.AskedAgain);
        Assert.True(DecisionReplay.Replay(DecisionCodec.Encode(decision)).Same);
    }

    [Fact]
    public void Another_policy_may_choose_another_agent()
    {
        var whatIf = DecisionReplay.WhatIf(Decision(), Policy() with { Version = 9, Matching = SkillMatching.All });
        Assert.Equal("ben", whatIf.Decision.Agent);
        Assert.Equal(9, whatIf.Decision.Policy.Version);
        Assert.True(whatIf.Changed);
        Assert.True(whatIf.Complete);
    }

    [Fact]
    public void Another_policy_may_bring_in_who_was_excluded_by_skill_but_not_who_was_away()
    {
        var whatIf = DecisionReplay.WhatIf(Decision(), Policy() with { Matching = SkillMatching.Disregard });
        Assert.Equal("cyn", whatIf.Decision.Agent);
        Assert.Equal(3, whatIf.Decision.CandidatesTotal);
        Assert.Equal([new ExclusionTotal(ExclusionReason.NotRoutable, 1)], whatIf.Decision.ExcludedTotals.AsEnumerable());
    }

    [Fact]
    public void The_same_policy_changes_nothing()
    {
        var decision = Decision();
        var whatIf = DecisionReplay.WhatIf(decision, Policy());
        Assert.False(whatIf.Changed);
        Assert.Equal(DecisionCodec.Encode(decision), DecisionCodec.Encode(whatIf.Decision));
    }

    [Fact]
    public void It_is_said_when_agents_who_are_not_listed_might_have_won()
    {
        var decision = new Line()
            .With([.. Enumerable.Range(0, 9).Select(i => Agent($"a{i}"))])
            .Waiting(Item("i1"))
            .DriveOne();
        Assert.False(DecisionReplay.WhatIf(decision, Policy()).Complete);
    }
}
