using SupportGrid.Domain.Empathy;
using SupportGrid.Domain.Interactions;
using SupportGrid.Domain.Tests.Interactions;
using static SupportGrid.Domain.Tests.Empathy.Turns;

namespace SupportGrid.Domain.Tests.Empathy;

public sealed class NeedTests
{
    [Theory]
    [InlineData("I was charged twice", NeedLevel.Basic, 5, "need-money-lost")]
    [InlineData("I can't log in", NeedLevel.Basic, 4, "need-access-lost")]
    [InlineData("It stopped working", NeedLevel.Basic, 4, "need-not-working")]
    [InlineData("你好，我的快递还没到", NeedLevel.Basic, 4, "need-not-arrived")]
    [InlineData("How long does it take?", NeedLevel.Expected, 2, "need-information")]
    [InlineData("Please change my booking", NeedLevel.Expected, 3, "need-change")]
    [InlineData("It would be nice to have a dark mode", NeedLevel.Latent, 2, "need-wish")]
    public void A_need_is_classified_by_rules_that_it_names(string text, NeedLevel level, int importance, string rule)
    {
        var need = Talk().When(Customer(1, Plain, text)).ThenOne<NeedClassified>().Need;

        Assert.Equal((level, importance), (need.Level, need.Importance));
        Assert.Contains(rule, need.Rules);
    }

    [Fact]
    public void What_says_nothing_is_not_classified() =>
        Talk().When(Customer(1, Plain, "Hello there")).ThenTypes(typeof(MessageSaid));

    [Fact]
    public void Urgent_words_make_it_urgent_and_not_more_important()
    {
        var need = Talk().When(Customer(1, Plain, "Please change it right now")).ThenOne<NeedClassified>().Need;

        Assert.Equal((3, 5), (need.Importance, need.Urgency));
    }

    [Fact]
    public void It_only_rises_and_says_nothing_twice()
    {
        var talk = Talk().And(Customer(1, Plain, "I was charged twice"));

        Assert.DoesNotContain(talk.When(Customer(2, Plain, "How long does it take?")).Events, e => e is NeedClassified);
        var need = talk.When(Customer(2, Plain, "I need it immediately")).ThenOne<NeedClassified>().Need;
        Assert.Equal((NeedLevel.Basic, 5, 5), (need.Level, need.Importance, need.Urgency));
        Assert.Equal(["need-money-lost", "need-live-channel", "need-now"], need.Rules.AsEnumerable());
    }

    [Fact]
    public void The_subject_counts_at_the_first_turn() => Assert.Contains(
        "need-money-lost",
        InteractionScenario.Given()
            .When(InteractionSamples.Open() with { Subject = "Refund", FirstMessage = "Hi", FirstReading = Plain })
            .ThenOne<NeedClassified>().Need.Rules);

    [Fact]
    public void Facts_count_too()
    {
        var reading = WithFact(EffortCause.RepeatedContacts, 2, mayAlert: true);

        var need = Talk().When(Customer(1, reading)).ThenOne<NeedClassified>().Need;

        Assert.Equal((4, 3), (need.Importance, need.Urgency));
        Assert.Contains("need-contacted-before", need.Rules);
    }

    [Fact]
    public void The_rules_that_are_named_are_bounded()
    {
        var need = Talk().When(Customer(
            1,
            Plain,
            "refund password broken missing danger asap today upgrade cancel status")).ThenOne<NeedClassified>().Need;

        Assert.Equal(EmpathyLimits.NeedRulesMax, need.Rules.Length);
    }
}
