using SupportGrid.Domain.Agents;
using SupportGrid.Domain.Empathy;
using SupportGrid.Domain.Interactions;
using SupportGrid.Domain.Tests.Samples;
using static SupportGrid.Domain.Tests.Empathy.Turns;
using static SupportGrid.Domain.Tests.Interactions.InteractionSamples;
using static SupportGrid.Domain.Tests.Samples.Instants;

namespace SupportGrid.Domain.Tests.Empathy;

public sealed class HardSpellTests
{
    private static readonly InteractionScenario Caring = TalkingIn(Policies.Caring);

    private static readonly InteractionScenario Upset = Caring.Hearing(Angry, Angry);

    [Fact]
    public void Nothing_is_told_while_the_customer_is_calm()
    {
        Assert.Empty(Told(Caring, Customer(1, Plain)));
        Assert.Empty(Told(Caring, new EndContact("ana", T(72))));
    }

    [Fact]
    public void A_move_ends_one_spell_and_begins_another()
    {
        var strained = Caring.Hearing(Angry);
        Assert.Equal(Trajectory.Strained, EmpathyOf(strained).Trajectory);

        var told = Told(strained, strained.Next(Angry)).Last();

        Assert.Equal(Spell(Trajectory.Strained, 16, 17), told.Spell);
        Assert.True(told.IsOver);
        Assert.Equal(T(17), EmpathyOf(Upset).MovedAt);
    }

    [Fact]
    public void A_spell_is_told_of_with_each_turn_of_the_customer_and_not_with_the_agents()
    {
        var told = Assert.Single(Told(Upset, Customer(20, Angry)));
        Assert.Equal(Spell(Trajectory.Upset, 17, 35), told.Spell);
        Assert.False(told.IsOver);
        Assert.Empty(Told(Upset, Agent(20, Sorry)));
    }

    [Fact]
    public void It_ends_with_the_contact_with_the_agent_and_before_the_work_is_over()
    {
        Assert.Equal(EndsAt(72), Over(new EndContact("ana", T(72))));
        Assert.Equal(EndsAt(30), Over(Transfer(Policies.Orders)));
        Assert.Equal(EndsAt(50), Over(new LoseAgent("o1", "lost", T(50))));

        static NoteHardSpell EndsAt(double at) => new(Spell(Trajectory.Upset, 17, at), true, T(at));

        static AgentCommand Over(InteractionCommand command) => Assert.IsType<TellAgent>(
            Reactions(Upset, command).First(static r => r is TellAgent)).Command;
    }

    [Fact]
    public void Who_takes_over_an_upset_customer_has_a_hard_time_from_the_connection_on()
    {
        var ben = Upset
            .And(Transfer(Policies.Caring with { Queue = "orders" }), Issue("o2", "ben", 40), Accept("o2", "ben", 45));

        var told = Assert.Single(Told(ben, new EndContact("ben", T(90))));

        Assert.Equal(Spell(Trajectory.Upset, 45, 90) with { Queue = "orders" }, told.Spell);
    }

    [Fact]
    public void Where_no_weight_is_on_it_nothing_is_told()
    {
        var off = TalkingIn(Policies.Billing).Hearing(Angry, Angry);
        Assert.Equal(Trajectory.Upset, EmpathyOf(off).Trajectory);
        Assert.Empty(Told(off, new EndContact("ana", T(72))));

        var distressOnly = Policies.Routing with { EmotionalLoadWeight = 0 };
        var other = TalkingIn(Policies.Billing with { Empathy = Policy with { Routing = distressOnly } });
        Assert.Empty(Told(other.Hearing(Angry, Angry), new EndContact("ana", T(72))));
    }

    private static HardSpell Spell(Trajectory trajectory, double from, double until) =>
        new("i1", "billing", trajectory, T(from), T(until), Policies.Routing.EmotionalLoadHalfLife);

    private static IEnumerable<NoteHardSpell> Told(InteractionScenario given, InteractionCommand command) =>
        Reactions(given, command).OfType<TellAgent>().Select(static t => t.Command).OfType<NoteHardSpell>();

    private static List<Reaction> Reactions(InteractionScenario given, InteractionCommand command)
    {
        var reactions = new List<Reaction>();
        var state = given.State;
        foreach (var @event in InteractionDecider.Decide(state, command).Events)
        {
            var after = InteractionDecider.Evolve(state, @event);
            reactions.AddRange(InteractionReactions.React(state, @event, after, 1));
            state = after;
        }

        return reactions;
    }
}
