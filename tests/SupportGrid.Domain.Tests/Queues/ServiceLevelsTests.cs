using SupportGrid.Domain.Queues;

namespace SupportGrid.Domain.Tests.Queues;

public sealed class ServiceLevelsTests
{
    private static readonly ServiceCounts Counts = new(
        Offered: 1_000,
        Answered: 700,
        Abandoned: 200,
        ShortAbandoned: 50,
        FlowedOut: 60,
        AnsweredWithin: 500,
        AbandonedWithin: 80,
        CallbackWithin: 10);

    [Theory]
    [InlineData("sl.answered", 500, 700)]
    [InlineData("sl.offered", 500, 900)]
    [InlineData("sl.excl-short", 500, 850)]
    [InlineData("sl.incl-abandoned", 580, 900)]
    [InlineData("sl.removed", 590, 1_000)]
    [InlineData("sl.flow", 500, 960)]
    public void Each_definition_counts_what_its_formula_says(string id, long good, long all)
    {
        var definition = ServiceLevels.All[id];
        Assert.Equal((good, all), (definition.Good(Counts), definition.Total(Counts)));
        Assert.Equal((double)good / all, definition.Share(Counts));
        Assert.Equal(1, definition.Version);
    }

    [Fact]
    public void A_share_of_nothing_is_not_a_number() =>
        Assert.All(ServiceLevels.All.Values, definition => Assert.Null(definition.Share(ServiceCounts.None)));

    [Fact]
    public void Counts_add_up_and_shares_are_of_the_sum()
    {
        var sum = Counts + Counts + (ServiceCounts.None with { Answered = 100 });
        Assert.Equal(1_500, sum.Answered);
        Assert.Equal(1_000.0 / 1_500, ServiceLevels.Answered.Share(sum));
    }

    [Fact]
    public void There_are_six_and_the_target_by_default_is_one_of_them()
    {
        Assert.Equal(6, ServiceLevels.All.Count);
        Assert.Contains(ServiceTarget.Default.Definition, ServiceLevels.All.Keys);
    }
}
