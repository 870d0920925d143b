using SupportGrid.Domain.Customers;
using SupportGrid.Domain.Empathy;
using SupportGrid.Domain.Interactions;
using static SupportGrid.Domain.Tests.Customers.CustomerSamples;
using static SupportGrid.Domain.Tests.Empathy.Turns;
using static SupportGrid.Domain.Tests.Samples.Instants;

namespace SupportGrid.Domain.Tests.Empathy;

/// <summary>What the customer's actor hears of how the customer fares.</summary>
public sealed class ExperienceTests
{
    [Fact]
    public void A_move_of_the_feeling_is_told_to_the_customer()
    {
        var experience = Assert.Single(ToldBy(Talk(), Customer(1, Angry)));

        Assert.Equal(
            ("i1", Trajectory.Strained, false), (experience.Interaction, experience.Trajectory, experience.IsOver));
    }

    [Fact]
    public void The_end_is_told_with_what_it_cost()
    {
        var talk = Talk().Hearing(WithFact(EffortCause.Transferred, 2, mayAlert: true))
            .And(new EndContact("ana", T(72)));

        var experience = Assert.Single(ToldBy(talk, new CompleteWrapUp("ana", "solved", "", T(80))));

        Assert.True(experience.IsOver);
        Assert.Equal(400, experience.Effort);
        Assert.Equal(EffortCause.Transferred, Assert.Single(experience.Facts).Cause);
    }

    [Fact]
    public void An_interaction_in_which_nothing_was_read_says_nothing() =>
        Assert.Empty(ToldBy(Talk(), new EndContact("ana", T(72))));

    [Fact]
    public void The_last_word_about_an_interaction_counts_and_comes_last()
    {
        var known = InContact.And(
            Note("i1", 5, Trajectory.Strained), Note("i2", 3, Trajectory.Upset), Note("i1", 9, Trajectory.Recovering));

        var customer = (Customer.Acquainted)known.State;
        Assert.Equal(["i2", "i1"], customer.Experiences.Select(e => e.Interaction));
        Assert.Equal(Trajectory.Recovering, customer.LastExperience?.Trajectory);
    }

    [Fact]
    public void A_late_or_repeated_word_is_nothing()
    {
        InContact.And(Note("i1", 9, Trajectory.Recovering)).When(Note("i1", 5, Trajectory.Strained)).ThenNothing();
        InContact.And(Note("i1", 9, Trajectory.Recovering)).When(Note("i1", 9, Trajectory.Recovering)).ThenNothing();
    }

    [Fact]
    public void A_stranger_has_no_experience() =>
        CustomerScenario.Given().When(Note("i1", 5, Trajectory.Strained)).ThenNothing();

    [Fact]
    public void The_experiences_are_bounded()
    {
        var known = InContact.And(
            Enumerable.Range(0, EmpathyLimits.ExperiencesMax + 5).Select(i => Note($"i{i}", 5, Trajectory.Strained)));

        var customer = (Customer.Acquainted)known.State;
        Assert.Equal(EmpathyLimits.ExperiencesMax, customer.Experiences.Count);
        Assert.Equal($"i{EmpathyLimits.ExperiencesMax + 4}", customer.LastExperience?.Interaction);
    }

    private static List<Experience> ToldBy(InteractionScenario before, InteractionCommand command)
    {
        List<Experience> told = [];
        var state = before.State;
        foreach (var @event in before.When(command).Events)
        {
            var next = InteractionDecider.Evolve(state, @event);
            told.AddRange(InteractionReactions.React(state, @event, next, 7)
                .OfType<TellCustomer>()
                .Select(t => t.Command)
                .OfType<NoteExperience>()
                .Select(n => n.Experience));
            state = next;
        }

        return told;
    }
}
