using SupportGrid.Domain.Routing;
using static SupportGrid.Domain.Tests.Routing.Given;

namespace SupportGrid.Domain.Tests.Routing;

/// <summary>
/// Complaints about other platforms that the matcher answers; numbers are those of their public threads.
/// </summary>
public sealed class PeersRoutingTests
{
    private static readonly CarriedItem Work = new("x", "ox", Channel.Chat);

    [Fact]
    public void Peers_10376_oldest_waiting_first()
    {
        var ana = Agent("ana").Carrying(Work);
        var line = new Line().With(ana).Waiting(Item("new", 1), Item("old", 9), Item("middle", 5));
        Assert.Empty(line.Drive());
        Assert.Equal("old>ana", line.With(ana.Carrying()).Offers());
    }

    [Fact]
    public void Peers_10583_waiting_at_capacity_is_offered_when_a_slot_frees()
    {
        var ana = Agent("ana", 10, 3);
        var line = new Line().With(ana).Waiting([.. Enumerable.Range(1, 4).Select(i => Item($"i{i}", 9 - i))]);
        var first = line.Drive();
        Assert.Equal(["i1", "i2", "i3"], first.Select(d => d.Interaction));
        var carried = first.Select(d => new CarriedItem(d.Interaction, d.Offer, Channel.Chat)).ToArray();
        ana = ana.Carrying(carried);
        Assert.Empty(line.With(ana).Drive());
        Assert.Equal("i4>ana", line.With(ana.Carrying(carried[1..])).Offers());
    }

    [Fact]
    public void Peers_10685_backlog_is_offered_to_who_signs_in() =>
        Assert.Equal(
            "i1>ana i2>ana i3>ana",
            new Line().Waiting(Item("i3", 1), Item("i1", 3), Item("i2", 2)).With(Agent("ana", 0, 3)).Offers());

    [Fact]
    public void Peers_11034_limit_and_fair_share_hold_over_a_long_run()
    {
        var dice = new Random(11034);
        var agents = Enumerable.Range(0, 5).Select(i => Agent($"a{i}", i, 4)).ToDictionary(a => a.Agent);
        var line = new Line().With([.. agents.Values]);
        var offered = agents.Keys.ToDictionary(a => a, _ => 0);
        for (var i = 0; i < 3_000; i++)
        {
            line.After(TimeSpan.FromSeconds(20)).Waiting(Item($"i{i}") with { PlaceSince = line.Now });
            foreach (var decision in line.Drive())
            {
                offered[decision.Agent]++;
                var agent = agents[decision.Agent];
                var carried = new CarriedItem(decision.Interaction, decision.Offer, Channel.Chat);
                agents[agent.Agent] = agent.Carrying([.. agent.Carried, carried]) with { IdleSince = line.Now };
                line.Matcher.RemoveWaiting(decision.Interaction, 2);
                line.With(agents[agent.Agent]);
                Assert.InRange(agents[agent.Agent].Carried.Length, 1, 4);
            }

            var done = agents.Values.ElementAt(dice.Next(5));
            if (!done.Carried.IsEmpty)
            {
                agents[done.Agent] = done.Carrying([.. done.Carried.RemoveAt(dice.Next(done.Carried.Length))]);
                line.With(agents[done.Agent]);
            }
        }

        Assert.InRange(offered.Values.Max(), offered.Values.Min(), offered.Values.Min() * 1.1);
    }

    [Fact]
    public void Peers_14508_an_unanswered_offer_goes_back_to_its_place_and_on_to_the_next()
    {
        var ana = Agent("ana", 30);
        var line = new Line().With(ana, Agent("ben", 5)).Waiting(Item("i1", 9), Item("i2", 1) with { Channel = Channel.Email });
        var offer = line.DriveOne();
        Assert.Equal("ana", offer.Agent);
        line.After(TimeSpan.FromSeconds(20)).With(ana.Away("not responding"));
        line.Matcher.ReleaseReservation(offer.Offer);
        line.Waiting(Item("i1", 9) with { Version = 4, NotAgents = ["ana"] });
        Assert.Equal(1, line.Matcher.Place("i1"));
        Assert.Equal("i1>ben", line.Offers());
    }

    [Fact]
    public void Peers_4158_last_agent_is_never_asked_when_not_there()
    {
        var line = new Line()
            .With(Agent("ana").Away("signed out"), Agent("ben", 0))
            .Waiting(Item("i1", 0) with { PreferredAgent = "ana" });
        Assert.Equal("i1>ben", line.Offers());
    }

    [Fact]
    public void Peers_9587_reopened_work_goes_to_the_next_shift()
    {
        var night = Agent("night");
        var line = new Line().With(night).Waiting(Item("i1") with { PreferredAgent = "night" });
        var offer = line.DriveOne();
        line.Matcher.RemoveWaiting("i1", 2);
        line.Matcher.ReleaseReservation(offer.Offer);
        line.With(night.Away("signed out"), Agent("day")).After(TimeSpan.FromHours(8));
        line.Waiting(Item("i1") with { Version = 9, PlaceSince = line.Now, PreferredAgent = "night" });
        Assert.Equal("i1>day", line.Offers());
    }

    [Fact]
    public void Peers_5672_nobody_there_then_somebody()
    {
        var ana = Agent("ana").Away("signed out");
        var line = new Line().With(ana).Waiting(Item("i1", 3));
        Assert.Empty(line.Drive());
        Assert.Equal(new LineStatus("billing", 1, 0, Noon.AddMinutes(-3)), line.Matcher.LineOf("billing"));
        Assert.Equal("i1>ana", line.After(TimeSpan.FromHours(9)).With(ana.Back()).Offers());
    }

    [Fact]
    public void Peers_6427_matching_never_stops_over_a_long_random_day()
    {
        var dice = new Random(6427);
        var day = new RandomDay();
        for (var i = 0; i < 1_500; i++)
        {
            day.Step(dice.Next());
            var (matcher, reference) = day.Drive();
            Assert.Equal(reference, matcher);
        }

        Assert.InRange(day.Decisions.Count, 100, int.MaxValue);
    }

    [Fact]
    public void Peers_1198_no_way_leads_above_the_limit_of_an_agent()
    {
        var line = new Line()
            .With(Agent("ana", 10, 2).Carrying(Work))
            .Waiting(Item("direct") with { OnlyAgent = "ana" }, Item("liked") with { PreferredAgent = "ana" }, Item("plain"));
        Assert.Single(line.Drive());
        foreach (var left in line.Matcher.WaitingIn("billing").ToList())
        {
            Assert.Equal(ExclusionReason.Reserved, line.Matcher.Explain(left.Interaction, "ana", Noon).Reason);
        }
    }

    [Fact]
    public void Peers_10059_the_place_in_the_line_is_known()
    {
        var line = new Line().Waiting(Item("a", 3), Item("b", 2), Item("c", 1), Item("other", 9, "sales"));
        Assert.Equal((1, 2, 3), (line.Matcher.Place("a"), line.Matcher.Place("b"), line.Matcher.Place("c")));
        line.Matcher.RemoveWaiting("a", 2);
        Assert.Equal((1, 2), (line.Matcher.Place("b"), line.Matcher.Place("c")));
    }

    [Fact]
    public void Peers_24693_an_item_is_in_the_line_or_under_offer_and_never_nowhere()
    {
        var dice = new Random(24693);
        var day = new RandomDay();
        for (var i = 0; i < 1_000; i++)
        {
            day.Step(dice.Next());
            day.Drive();
            foreach (var item in day.Reference.Items.Keys.Where(k => day.Reference.Policies.ContainsKey(day.Reference.Items[k].Queue)))
            {
                Assert.NotEqual(day.Reference.IsHeld(item), day.Matcher.Place(item) is not null);
            }
        }
    }

    [Fact]
    public void Peers_29402_away_and_back_finds_the_same_line()
    {
        var ana = Agent("ana", 10, 2);
        var line = new Line().With(ana).Waiting(Item("i1", 3), Item("i2", 2), Item("i3", 1));
        var offers = line.Drive();
        ana = ana.Carrying([.. offers.Select(d => new CarriedItem(d.Interaction, d.Offer, Channel.Chat))]);
        line.With(ana).With(ana = ana.Away()).With(ana = ana.Back());
        Assert.Empty(line.Drive());
        Assert.Equal(["i3"], line.Matcher.WaitingIn("billing").Select(i => i.Interaction));
        Assert.Equal("i3>ana", line.With(ana.Carrying([.. ana.Carried.RemoveAt(0)])).Offers());
    }

    [Fact]
    public void Peers_23404_a_transfer_takes_a_new_place_and_leaves_the_old_line()
    {
        var line = new Line(Policy("billing"), Policy("sales")).Waiting(Item("i1", 3));
        line.Waiting(Item("i1", 0, "sales") with { Version = 5 });
        Assert.Equal(0, line.Matcher.LineOf("billing").Waiting);
        Assert.Equal(1, line.Matcher.LineOf("sales").Waiting);
    }

    [Fact]
    public void Peers_1260_order_does_not_depend_on_who_is_heard_first()
    {
        WaitingItem[] items = [.. Enumerable.Range(0, 30).Select(i => Item($"i{i:00}", (i * 7) % 30))];
        AgentAvailability[] agents = [.. Enumerable.Range(0, 30).Select(i => Agent($"a{i:00}", (i * 11) % 30))];
        var expected = new Line().With(agents).Waiting(items).Offers();
        var dice = new Random(1260);
        for (var i = 0; i < 20; i++)
        {
            dice.Shuffle(items);
            dice.Shuffle(agents);
            Assert.Equal(expected, new Line().Waiting(items).With(agents).Offers());
        }
    }

    [Fact]
    public void Peers_1073_what_one_declines_reaches_the_next()
    {
        var line = new Line().With(Agent("ana", 30), Agent("ben", 20), Agent("cyn", 10)).Waiting(Item("i1"));
        var asked = new List<string>();
        for (var version = 2; asked.Count < 3; version++)
        {
            var offer = line.DriveOne();
            asked.Add(offer.Agent);
            line.Matcher.ReleaseReservation(offer.Offer);
            line.Waiting(Item("i1") with { Version = version, NotAgents = [.. asked] });
        }

        Assert.Equal(["ana", "ben", "cyn"], asked);
    }

    [Fact]
    public void Peers_292_no_loop_to_the_same_agent_while_others_are_there()
    {
        var line = new Line()
            .With(Agent("ana", 30), Agent("ben", 20))
            .Waiting(Item("i1") with { NotAgents = ["ben", "ana"] });
        Assert.Equal("i1>ben", line.Offers());
    }

    [Fact]
    public void Peers_1221_one_agent_who_is_not_there_never_blocks_a_queue() =>
        Assert.Equal(
            "i1>ben i2>cyn",
            new Line()
                .With(Agent("ana", 90).Away("on break"), Agent("ben", 20), Agent("cyn", 10))
                .Waiting(Item("i1", 3) with { PreferredAgent = "ana" }, Item("i2", 2))
                .Offers());

    [Fact]
    public void Peers_29_the_policy_that_is_configured_is_the_one_that_is_used()
    {
        AgentAvailability[] agents = [Agent("ana", 30, 4).Carrying(Work), Agent("ben", 10, 4)];
        var idle = new ScoreWeights(0, 1, 0, 0, TimeSpan.FromHours(1));
        var room = new ScoreWeights(0, 0, 0, 1, TimeSpan.FromHours(1));
        Assert.Equal("i1>ana", new Line(Policy() with { Weights = idle }).With(agents).Waiting(Item("i1")).Offers());
        Assert.Equal("i1>ben", new Line(Policy() with { Weights = room }).With(agents).Waiting(Item("i1")).Offers());
    }

    [Fact]
    public void Peers_23661_the_wait_that_is_shown_is_the_wait_that_is_routed_by()
    {
        var line = new Line().With(Agent("ana")).Waiting(Item("i1", 7));
        var shown = line.Matcher.LineOf("billing").OldestSince!.Value;
        Assert.Equal(Noon - shown, line.DriveOne().Item.Waited);
    }
}
