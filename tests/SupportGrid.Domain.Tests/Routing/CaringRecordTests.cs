using System.Text;
using SupportGrid.Domain.Empathy;
using SupportGrid.Domain.Routing;
using static SupportGrid.Domain.Tests.Routing.CaringTests;
using static SupportGrid.Domain.Tests.Routing.Given;

namespace SupportGrid.Domain.Tests.Routing;

/// <summary>What the record, the sentences and a desk have of the terms of empathy.</summary>
public sealed class CaringRecordTests
{
    private static RoutingDecision Decision(CustomerDistress? distress = null) => new Line(Caring())
        .With(Agent("ana", 30).Loaded(30), Agent("ben", 10).Loaded(3))
        .Waiting(Item("i1") with { Distress = distress })
        .DriveOne();

    [Fact]
    public void Its_bytes_are_canonical_with_the_terms_on()
    {
        const string expected =
            """
            {"v":1,"offer":"o1","agent":"ana","at":"2026-03-02T12:00:00.0000000Z","item":{"interaction":"i1",
            "version":1,"queue":"billing","channel":"chat","placeSince":"2026-03-02T11:59:00.0000000Z",
            "waitedSeconds":60,"priority":0,"effectivePriority":6,"relaxationStep":0,"skillsAsked":[],
            "skillsRequired":[],"preferredAgent":null,"preferredUntil":null,"onlyAgent":null,"onlyUntil":null,
            "onlyAgentInForce":false,"notAgents":[],"distress":{"trajectory":"strained","factAlert":false,"points":5}},
            "policy":{"version":1,"matching":"best","ageingPerMinute":1,
            "relaxation":[],"weights":{"preferred":100,"proficiency":10,"idle":1,"idleScaleSeconds":3600,
            "freeCapacity":0},"empathy":{"distressPriority":10,"emotionalLoadWeight":5,
            "emotionalLoadScaleSeconds":1800}},"candidates":[{"facts":{"agent":"ana","name":"Ana","version":2,
            "profileVersion":1,"inQueue":true,"routable":true,"whyNot":null,"servesChannel":true,"fits":true,
            "fitsUnreserved":true,"unitsTaken":0,"units":100,"levels":[],"idleSince":"2026-03-02T11:30:00.0000000Z",
            "preferred":false,"rejected":0,"emotionalLoad":4},"terms":[{"name":"preferred","raw":0,"scaled":0,
            "weight":100,"points":0},{"name":"idle","raw":1800,"scaled":0.5,"weight":1,"points":0.5},
            {"name":"emotional_load","raw":4,"scaled":0.4,"weight":-5,"points":-2}],"score":-1.5}],
            "candidatesTotal":1,"excluded":[],"excludedTotals":[],"askedAgain":false,"because":"only_candidate",
            "margin":null}
            """;
        var decision = new Line(Caring())
            .With(Agent("ana", 30).Loaded(12))
            .Waiting(Item("i1") with { Distress = new(Trajectory.Strained, false) })
            .DriveOne();

        Assert.Equal(expected.ReplaceLineEndings(string.Empty), DecisionCodec.EncodeText(decision));
        Assert.True(DecisionReplay.Replay(DecisionCodec.Encode(decision)).Same);
    }

    [Theory]
    [InlineData("\"points\":5", "\"points\":6")]
    [InlineData("\"effectivePriority\":6", "\"effectivePriority\":1")]
    [InlineData("\"emotionalLoad\":1", "\"emotionalLoad\":2")]
    [InlineData("\"distressPriority\":10", "\"distressPriority\":0")]
    [InlineData("\"because\":\"emotional_load\"", "\"because\":\"idle\"")]
    public void A_record_that_does_not_follow_from_its_inputs_is_found_out(string part, string instead)
    {
        var text = DecisionCodec.EncodeText(Decision(new(Trajectory.Strained, false)));
        Assert.True(DecisionReplay.Replay(Encoding.UTF8.GetBytes(text)).Same);
        Assert.Contains(part, text, StringComparison.Ordinal);

        var other = text.Replace(part, instead, StringComparison.Ordinal);

        Assert.False(DecisionReplay.Replay(Encoding.UTF8.GetBytes(other)).Same);
    }

    [Fact]
    public void A_policy_without_the_terms_would_have_asked_who_is_free_longest()
    {
        var what = DecisionReplay.WhatIf(Decision(), Policy());

        Assert.True(what.Changed);
        Assert.True(what.Complete);
        Assert.Equal("ana", what.Decision.Agent);
        Assert.Null(what.Decision.Candidates[0].Facts.EmotionalLoad);
        Assert.DoesNotContain("emotional", DecisionCodec.EncodeText(what.Decision), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void What_a_policy_with_another_scale_would_do_is_not_known_for_sure()
    {
        Assert.True(DecisionReplay.WhatIf(Decision(), Caring(load: 9)).Complete);
        var without = new Line().With(Agent("ana")).Waiting(Item("i1")).DriveOne();
        Assert.False(DecisionReplay.WhatIf(without, Caring()).Complete);
        Assert.True(DecisionReplay.WhatIf(without, Caring(load: 0)).Complete);
    }

    [Fact]
    public void The_sentences_say_what_both_terms_did() =>
        Assert.Equal(
            "Offered to Ben because Ben has had fewer hard conversations lately. It came 10 points earlier in the line"
            + " because the customer is upset. Next would have been Ana, 4.17 points behind.",
            DecisionSentences.Explain(Decision(new(Trajectory.Upset, true))));

    [Theory]
    [InlineData(Trajectory.Strained, false, "because the customer is strained.")]
    [InlineData(Trajectory.Strained, true, "because it has cost the customer much effort.")]
    [InlineData(Trajectory.Calm, true, "because it has cost the customer much effort.")]
    public void Distress_has_its_reason(Trajectory trajectory, bool factAlert, string because) =>
        Assert.Contains(
            because, DecisionSentences.Explain(Decision(new(trajectory, factAlert))), StringComparison.Ordinal);

    [Fact]
    public void Without_distress_no_sentence_is_said_of_it() =>
        Assert.DoesNotContain("customer", DecisionSentences.Explain(Decision()), StringComparison.Ordinal);

    [Fact]
    public void A_desk_sees_neither_the_customers_distress_nor_another_agents_load()
    {
        var desk = DeskDecision.Of(Decision(new(Trajectory.Upset, true)));

        Assert.Equal(
            "Offered to Ben because Ben has had fewer hard conversations lately.", DecisionSentences.Explain(desk));
        Assert.Equal("ben", Assert.Single(desk.Candidates).Facts.Agent);
        Assert.Equal((1m, null, 0m), (desk.Item.EffectivePriority, desk.Item.Distress, desk.Item.DistressPoints));
        Assert.Null(desk.Margin);
        Assert.DoesNotContain("Ana", DecisionCodec.EncodeText(desk), StringComparison.Ordinal);
    }

    [Fact]
    public void A_desk_sees_the_whole_record_where_nothing_of_empathy_is_in_it()
    {
        var plain = new Line().With(Agent("ana"), Agent("ben")).Waiting(Item("i1")).DriveOne();

        Assert.Same(plain, DeskDecision.Of(plain));
        var distressOnly = new Line(Caring(load: 0)).With(Agent("ana"), Agent("ben")).Waiting(Item("i1")).DriveOne();
        Assert.Equal(2, DeskDecision.Of(distressOnly).Candidates.Length);
    }
}
