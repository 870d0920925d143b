using SupportGrid.Silo.Empathy.External;
using static SupportGrid.Silo.Tests.Hosting.Given;

namespace SupportGrid.Silo.Tests.Empathy.External;

public sealed class ExternalBudgetTests
{
    private readonly ManualTime _time = new(Noon);

    [Fact]
    public void TryReserve_QuestionsUnderWayTogether_CannotOverspend()
    {
        var budget = new ExternalBudget(100, 0, _time);
        var first = budget.TryReserve(60);
        Assert.NotNull(first);
        Assert.Null(budget.TryReserve(60));

        budget.Settle(first, 10);
        Assert.NotNull(budget.TryReserve(90));
        Assert.Null(budget.TryReserve(1));
    }

    [Fact]
    public void TryReserve_InTheNextHour_HasTheHourBackAndNotTheDay()
    {
        var budget = new ExternalBudget(100, 150, _time);
        Assert.NotNull(budget.TryReserve(100));
        Assert.Null(budget.TryReserve(1));

        _time.Advance(TimeSpan.FromMinutes(60));
        Assert.NotNull(budget.TryReserve(50));
        Assert.Null(budget.TryReserve(1));

        _time.Advance(TimeSpan.FromHours(11));
        Assert.NotNull(budget.TryReserve(100));
        Assert.Equal((100, 100), budget.Used);
    }

    [Fact]
    public void Settle_AfterTheHour_LeavesTheNextOneAlone()
    {
        var budget = new ExternalBudget(100, 0, _time);
        var reserve = budget.TryReserve(80)!;
        _time.Advance(TimeSpan.FromHours(1));
        budget.Settle(reserve, 5);
        Assert.Equal((0, 5), budget.Used);
    }

    [Fact]
    public void TryReserve_WithoutLimits_IsNeverUsedUp()
    {
        var budget = new ExternalBudget(0, 0, _time);
        Assert.NotNull(budget.TryReserve(long.MaxValue / 4));
        Assert.NotNull(budget.TryReserve(1));
    }
}
