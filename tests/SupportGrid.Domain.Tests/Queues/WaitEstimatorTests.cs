using SupportGrid.Domain.Queues;

namespace SupportGrid.Domain.Tests.Queues;

public sealed class WaitEstimatorTests
{
    private static readonly WaitHistory FiveMinutes = Enumerable.Range(0, 20)
        .Aggregate(WaitHistory.None, static (history, _) => history.WithHandled(TimeSpan.FromMinutes(5)));

    [Fact]
    public void Without_anybody_to_serve_it_is_unknown()
    {
        var estimate = WaitEstimator.Estimate(1, 0, FiveMinutes);
        Assert.False(estimate.IsKnown);
        Assert.Equal("Nobody who could serve is taking work.", estimate.Basis);
    }

    [Fact]
    public void Without_enough_handled_contacts_it_is_unknown()
    {
        var few = Enumerable.Range(0, WaitEstimator.HandledMin)
            .Aggregate(WaitHistory.None, static (history, _) => history.WithHandled(TimeSpan.FromMinutes(5)));
        Assert.False(WaitEstimator.Estimate(1, 3, few).IsKnown);
        Assert.True(WaitEstimator.Estimate(1, 3, few.WithHandled(TimeSpan.FromMinutes(5))).IsKnown);
    }

    [Fact]
    public void The_next_of_ten_agents_waits_for_the_first_of_ten_to_be_free()
    {
        var estimate = WaitEstimator.Estimate(1, 10, FiveMinutes);
        Assert.Equal(30, estimate.Mean!.Value.TotalSeconds, 3);
        Assert.Equal(30 * Math.Log(2), estimate.P50!.Value.TotalSeconds, 0.002);
        Assert.Equal(30 * Math.Log(10), estimate.P90!.Value.TotalSeconds, 0.002);
        Assert.Equal("ewt.qlm@1", estimate.Estimator);
        Assert.Equal("Place 1, 10 at once, 300 s each, 0 of one leave a minute.", estimate.Basis);
    }

    [Fact]
    public void Who_stands_further_back_waits_longer_and_leavers_ahead_shorten_it()
    {
        var leaving = FiveMinutes.WithAnswered(TimeSpan.FromSeconds(60)).WithLeft(TimeSpan.FromSeconds(60));
        var near = WaitEstimator.Estimate(2, 10, FiveMinutes);
        var far = WaitEstimator.Estimate(20, 10, FiveMinutes);
        var farWithLeavers = WaitEstimator.Estimate(20, 10, leaving);
        Assert.True(near.P50 < far.P50 && near.P90 < far.P90);
        Assert.True(farWithLeavers.Mean < far.Mean && farWithLeavers.P90 < far.P90);
    }

    [Fact]
    public void Patience_is_estimated_from_all_waits_not_only_from_those_who_left()
    {
        var history = WaitHistory.None;
        for (var i = 0; i < 5_000; i++)
        {
            history = i % 4 == 0
                ? history.WithLeft(TimeSpan.FromSeconds(30))
                : history.WithAnswered(TimeSpan.FromSeconds(10));
        }

        Assert.Equal(1.0 / 60, history.LeavingRate, 3);
    }

    [Fact]
    public void Old_contacts_fade()
    {
        var history = Enumerable.Range(0, 5 * WaitHistory.Memory)
            .Aggregate(FiveMinutes, static (h, _) => h.WithHandled(TimeSpan.FromMinutes(1)));
        Assert.Equal(60, history.MeanHandleTime!.Value.TotalSeconds, 0);
    }

    [Theory]
    [InlineData(0, 0.0)]
    [InlineData(7, 0.0)]
    [InlineData(0, 0.005)]
    [InlineData(7, 0.005)]
    [InlineData(150, 0.01)]
    public void Quantiles_agree_with_drawn_waits(int ahead, double leave)
    {
        const double free = 10 / 300.0;
        const int draws = 8_000;
        var dice = new Random(ahead);
        var p50 = WaitEstimator.Quantile(0.5, ahead, free, leave);
        var p90 = WaitEstimator.Quantile(0.9, ahead, free, leave);
        var (below50, below90, sum) = (0, 0, 0.0);
        for (var i = 0; i < draws; i++)
        {
            var wait = 0.0;
            for (var j = 0; j <= ahead; j++)
            {
                wait += -Math.Log(1 - dice.NextDouble()) / (free + (j * leave));
            }

            below50 += wait <= p50 ? 1 : 0;
            below90 += wait <= p90 ? 1 : 0;
            sum += wait;
        }

        // Four standard deviations of a share of 8,000.
        Assert.InRange((double)below50 / draws, 0.5 - 0.0224, 0.5 + 0.0224);
        Assert.InRange((double)below90 / draws, 0.9 - 0.0135, 0.9 + 0.0135);
        Assert.InRange(sum / draws / WaitEstimator.Mean(ahead, free, leave), 0.95, 1.05);
    }

    [Fact]
    public void Hardly_any_leavers_give_what_none_give() =>
        Assert.Equal(
            WaitEstimator.Quantile(0.9, 30, 0.1, 0),
            WaitEstimator.Quantile(0.9, 30, 0.1, 1e-8),
            2);

    [Fact]
    public void A_wait_beyond_a_day_is_a_day() =>
        Assert.Equal(WaitEstimator.WaitMax, WaitEstimator.Estimate(10_000, 1, FiveMinutes).P90);

    [Fact]
    public void Estimates_are_scored_by_what_happened()
    {
        var estimate = new WaitEstimate(
            WaitEstimator.Id, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(60), "");
        var score = WaitEstimateScore.None
            .With(estimate, TimeSpan.FromSeconds(10))
            .With(estimate, TimeSpan.FromSeconds(50))
            .With(WaitEstimator.Estimate(1, 0, WaitHistory.None), TimeSpan.FromSeconds(9));
        Assert.Equal(2, score.Count);
        Assert.Equal(0, score.Bias);
        Assert.Equal(40.0 / 60, score.WeightedPercentageError);
        Assert.Equal(400, score.MeanSquaredError);
        Assert.Equal((0.5, 1), (score.ShareWithinP50, score.ShareWithinP90));
        Assert.Null(WaitEstimateScore.None.Bias);
    }
}
