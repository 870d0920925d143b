using SupportGrid.Domain.Interactions;
using SupportGrid.Domain.Tests.Samples;
using static SupportGrid.Domain.Tests.Interactions.InteractionSamples;
using static SupportGrid.Domain.Tests.Samples.Instants;

namespace SupportGrid.Domain.Tests.Interactions;

public sealed class RateInteractionTests
{
    private const double Day = 24 * 60 * 60;

    private static readonly RateInteraction Good = new(5, "Quick", T(90));

    [Fact]
    public void It_names_the_agent_who_talked_last()
    {
        WrappingUp.When(Good).Then(new InteractionRated(5, "Quick", "ana", T(90)));
        Done.When(Good).Then(new InteractionRated(5, "Quick", "ana", T(90)));
    }

    [Fact]
    public void Who_gave_up_waiting_may_say_so_too() =>
        Waiting.And(Leave(9)).When(Good).Then(new InteractionRated(5, "Quick", null, T(90)));

    [Fact]
    public void It_is_kept() =>
        Assert.Equal(new ContactRating(5, "Quick", T(90)), Done.When(Good).Becomes<Interaction.Closed>().Facts.Rating);

    [Fact]
    public void Before_the_end_there_is_nothing_to_rate()
    {
        Waiting.When(Good).ThenRefused(InteractionRefusals.ContactNotOver);
        Asked.When(Good).ThenRefused(InteractionRefusals.ContactNotOver);
        OnHold.When(Good).ThenRefused(InteractionRefusals.ContactNotOver);
    }

    [Fact]
    public void A_contact_is_rated_once()
    {
        Done.And(Good).When(Good).ThenNothing();
        Done.And(Good).When(Good with { Score = 4 }).ThenRefused(InteractionRefusals.AlreadyRated);
        Done.And(Good).When(Good with { Comment = "" }).ThenRefused(InteractionRefusals.AlreadyRated);
    }

    [Fact]
    public void A_rating_while_the_agent_wraps_up_counts_after_it() =>
        WrappingUp.And(Good).And(Complete("solved")).When(Good with { Score = 1, At = T(95) })
            .ThenRefused(InteractionRefusals.AlreadyRated);

    [Fact]
    public void The_next_contact_is_rated_anew()
    {
        var again = new ReopenInteraction(Party.Customer, "zoe", Policies.Billing, true, T(600));
        var second = Done.And(Good).And(again).And(Leave(700));

        second.When(Good with { Score = 2, At = T(710) }).Then(new InteractionRated(2, "Quick", null, T(710)));
    }

    [Fact]
    public void There_are_seven_days_for_it()
    {
        Done.When(Good with { At = T(80 + (7 * Day)) }).Becomes<Interaction.Closed>();
        Done.When(Good with { At = T(81 + (7 * Day)) }).ThenRefused(InteractionRefusals.RatingWindowOver);
    }

    [Fact]
    public void A_longer_window_for_reopening_counts_here_as_well()
    {
        var patient = Policies.Billing with { ReopenWithin = TimeSpan.FromDays(30) };
        var done = TalkingIn(patient).And(new EndContact("ana", T(72))).And(Complete("solved"));

        done.When(Good with { At = T(80 + (30 * Day)) }).Becomes<Interaction.Closed>();
        done.When(Good with { At = T(81 + (30 * Day)) }).ThenRefused(InteractionRefusals.RatingWindowOver);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    public void The_score_has_its_limits(int score) =>
        Done.When(Good with { Score = score }).ThenRefused(InteractionRefusals.RatingOutOfRange);

    [Fact]
    public void The_comment_has_a_limit()
    {
        var longest = new string('c', InteractionLimits.RatingCommentLengthMax);

        Done.When(Good with { Comment = longest }).Becomes<Interaction.Closed>();
        Done.When(Good with { Comment = longest + "c" }).ThenRefused(InteractionRefusals.CommentTooLong);
    }
}
