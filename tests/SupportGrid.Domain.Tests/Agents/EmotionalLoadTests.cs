using SupportGrid.Domain.Agents;
using SupportGrid.Domain.Empathy;
using SupportGrid.Domain.Tests.Samples;
using static SupportGrid.Domain.Tests.Agents.AgentSamples;
using static SupportGrid.Domain.Tests.Samples.Instants;

namespace SupportGrid.Domain.Tests.Agents;

public sealed class EmotionalLoadTests
{
    private static readonly TimeSpan HalfLife = TimeSpan.FromMinutes(10);

    [Fact]
    public void A_hard_spell_is_noted_whether_the_agent_is_signed_in_or_out_and_stays_over_both()
    {
        var spell = Hard(10, 100).Spell;

        Ready.When(Hard(10, 100)).Then(new EmotionalLoadNoted(spell, T(100)));
        Gone.When(Hard(10, 100)).Then(new EmotionalLoadNoted(spell, T(100)));
        Assert.Equal(spell, Assert.Single(Ready.And(Hard(10, 100), SignOut(at: 110), SignIn()).State.Load!.Spells));
        Assert.Equal(spell, Assert.Single(Gone.And(Hard(10, 100), SignIn()).State.Load!.Spells));
    }

    [Fact]
    public void Nobody_is_no_agent() => AgentScenario.Given().When(Hard(10, 100)).ThenNothing();

    [Fact]
    public void A_spell_that_goes_on_takes_the_place_of_what_was_known_of_it()
    {
        var busy = Ready.And(Hard(10, 100, isOver: false));

        busy.When(Hard(10, 150, isOver: false)).ThenNothing();
        busy.When(Hard(10, 160, isOver: false)).Then(new EmotionalLoadNoted(Hard(10, 160).Spell, T(160)));
        busy.When(Hard(10, 101)).Then(new EmotionalLoadNoted(Hard(10, 101).Spell, T(101)));
        Assert.Equal(Hard(10, 160).Spell, Assert.Single(busy.And(Hard(10, 160)).State.Load!.Spells));
    }

    [Fact]
    public void What_comes_late_or_again_is_nothing()
    {
        var done = Ready.And(Hard(10, 160));

        done.When(Hard(10, 160)).ThenNothing();
        done.When(Hard(10, 100, isOver: false)).ThenNothing();
        done.When(Hard(160, 160)).ThenNothing();
        Ready.When(Hard(10, 100) with { At = T(100) + (HalfLife * EmpathyLimits.HalfLivesKept) }).ThenNothing();
    }

    [Fact]
    public void Who_opts_out_has_no_load_and_gets_none()
    {
        var out1 = Ready.And(Hard(10, 100)).When(new ChooseEmotionalLoad(true, T(110)));

        out1.Then(new EmotionalLoadOptedOut(T(110)));
        Assert.Equal(EmotionalLoad.None with { OptedOut = true }, out1.Becomes<AgentSession.SignedOn>().Load);
        var opted = Ready.And(new ChooseEmotionalLoad(true, T(5)));
        opted.When(Hard(10, 100)).ThenNothing();
        opted.When(new ChooseEmotionalLoad(true, T(9))).ThenNothing();
        Assert.Null(AgentRouting.ToAvailability(opted.State, 7)!.Load);
    }

    [Fact]
    public void Who_opts_in_again_begins_anew_and_time_before_does_not_count()
    {
        var back = Ready.And(Hard(10, 20), new ChooseEmotionalLoad(true, T(30)), new ChooseEmotionalLoad(false, T(60)));

        Assert.Empty(back.State.Load!.Spells);
        back.When(Hard(10, 59)).ThenNothing();
        back.When(Hard(10, 100)).Then(new EmotionalLoadNoted(Hard(60, 100).Spell, T(100)));
        Ready.When(new ChooseEmotionalLoad(false, T(60))).ThenNothing();
    }

    [Fact]
    public void Whom_the_configuration_does_not_name_cannot_choose() =>
        AgentScenario.Given().When(new ChooseEmotionalLoad(true, T(5))).ThenRefused(AgentRefusals.AgentUnknown);

    [Fact]
    public void The_choice_outlives_the_profile()
    {
        var hired = Known
            .And(new ChooseEmotionalLoad(true, T(5)), new RetireProfile("ana", 1, T(6)))
            .And(new AdoptProfile(Profiles.Ana with { Version = 2 }, T(7)));

        Assert.True(hired.State.Load!.OptedOut);
    }

    [Fact]
    public void The_dispatcher_is_told_of_the_load_of_who_is_signed_in()
    {
        var after = Ready.And(Hard(10, 100));
        var noted = new EmotionalLoadNoted(Hard(10, 100).Spell, T(100));

        var told = Assert.IsType<TellAgentAvailability>(
            Assert.Single(AgentReactions.React(Ready.State, noted, after.State, 9)));
        Assert.Equal(after.State.Load, told.Availability.Load);
        Assert.Empty(AgentReactions.React(Gone.State, noted, Gone.And(Hard(10, 100)).State, 9));
    }

    [Fact]
    public void It_is_severity_times_minutes_and_counts_half_after_each_half_life()
    {
        var load = EmotionalLoad.None with
        {
            Spells = [Hard(0, 600).Spell, Hard(0, 600, Trajectory.Strained, "i2").Spell],
        };

        Assert.Equal(Minutes(15), load.MsAt(T(600)));
        Assert.Equal(Minutes(15), load.MsAt(T(0)));
        Assert.Equal(Minutes(11.25), load.MsAt(T(900)));
        Assert.Equal(Minutes(7.5), load.MsAt(T(1_200)));
        Assert.Equal(Minutes(3.75), load.MsAt(T(1_800)));
        Assert.Equal(0, load.MsAt(T(600 + (600 * EmpathyLimits.HalfLivesKept))));
    }

    [Fact]
    public void A_calm_or_recovering_customer_adds_nothing()
    {
        Assert.Equal(0, Hard(0, 600, Trajectory.Calm).Spell.WeightedMs);
        Assert.Equal(0, Hard(0, 600, Trajectory.Recovering).Spell.WeightedMs);
        Assert.Equal(0, Hard(600, 0).Spell.WeightedMs);
        Assert.Equal(EmpathyLimits.HardSpellMsMax, Hard(0, 1e9).Spell.WeightedMs);
    }

    [Fact]
    public void It_only_falls_and_eases_exactly_when_it_says()
    {
        var dice = new Random(5);
        var scale = TimeSpan.FromMinutes(4);
        for (var round = 0; round < 200; round++)
        {
            var load = EmotionalLoad.None with
            {
                Spells = [.. Enumerable.Range(0, dice.Next(1, 5)).Select(i => Hard(
                    dice.Next(100), 100 + (dice.NextDouble() * 300), (Trajectory)(2 + dice.Next(2)), $"i{i}").Spell)],
            };
            var now = T(dice.Next(400)).AddTicks(dice.Next(10_000));
            while (load.NextEasing(now, scale) is { } next)
            {
                var before = load.TenthsAt(now, scale);
                Assert.True(next > now);
                Assert.Equal(before, load.TenthsAt(next.AddTicks(-1), scale));
                Assert.True(load.TenthsAt(next, scale) < before);
                now = next;
            }

            Assert.Equal(0, load.TenthsAt(now, scale));
        }
    }

    [Fact]
    public void At_most_so_many_spells_are_kept_and_forgotten_ones_go_first()
    {
        var many = Enumerable.Range(0, EmpathyLimits.HardSpellsMax + 5)
            .Aggregate(Ready, static (s, i) => s.And(Hard(i, 100 + i, interaction: $"i{i}")));
        Assert.Equal(EmpathyLimits.HardSpellsMax, many.State.Load!.Spells.Length);
        Assert.Equal("i5", many.State.Load.Spells[0].Interaction);

        var later = 200 + (600 * EmpathyLimits.HalfLivesKept);
        var afterwards = many.And(Hard(later, later + 1, interaction: "new"));
        Assert.Equal("new", Assert.Single(afterwards.State.Load!.Spells).Interaction);
    }

    internal static NoteHardSpell Hard(
        double from,
        double until,
        Trajectory trajectory = Trajectory.Upset,
        string interaction = "i1",
        bool isOver = true) =>
        new(new HardSpell(interaction, "billing", trajectory, T(from), T(until), HalfLife), isOver, T(until));

    private static long Minutes(double minutes) => (long)(minutes * 60_000);
}
