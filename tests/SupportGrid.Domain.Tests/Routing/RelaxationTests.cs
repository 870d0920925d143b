using SupportGrid.Domain.Routing;
using static SupportGrid.Domain.Tests.Routing.Given;

namespace SupportGrid.Domain.Tests.Routing;

public sealed class RelaxationTests
{
    private static readonly SkillRequirement French = new("fr", 4);
    private static readonly SkillRequirement Tax = new("tax", 3);

    private static Line Relaxing() => new(Policy() with
    {
        Relaxation =
        [
            new(TimeSpan.FromMinutes(2), 2, []),
            new(TimeSpan.FromMinutes(5), 0, ["tax"]),
        ],
    });

    [Fact]
    public void A_level_that_is_too_low_is_enough_after_the_step()
    {
        var line = Relaxing().With(Agent("ana", 1, 1, ("fr", 2))).Waiting(Item("i1", 0, "billing", French));
        Assert.Empty(line.Drive());
        Assert.Equal(Noon.AddMinutes(2), line.Matcher.NextChange(line.Now));
        Assert.Empty(line.After(TimeSpan.FromMinutes(2) - TimeSpan.FromTicks(1)).Drive());
        var decision = line.After(TimeSpan.FromTicks(1)).DriveOne();
        Assert.Equal(1, decision.Item.RelaxationStep);
        Assert.Equal([new SkillRequirement("fr", 2)], decision.Item.SkillsRequired.AsEnumerable());
        Assert.Equal([French], decision.Item.SkillsAsked.AsEnumerable());
    }

    [Fact]
    public void A_dropped_skill_is_no_longer_required_and_levels_stay_lowered()
    {
        var line = Relaxing().With(Agent("ana", 1, 1, ("fr", 2))).Waiting(Item("i1", 0, "billing", French, Tax));
        Assert.Empty(line.After(TimeSpan.FromMinutes(2)).Drive());
        Assert.Equal(Noon.AddMinutes(5), line.Matcher.NextChange(line.Now));
        var decision = line.After(TimeSpan.FromMinutes(3)).DriveOne();
        Assert.Equal([new SkillRequirement("fr", 2)], decision.Item.SkillsRequired.AsEnumerable());
        Assert.Null(line.Matcher.NextChange(line.Now));
    }

    [Fact]
    public void A_step_overtaken_by_the_timer_is_due_at_once() =>
        Assert.Equal(
            Noon.AddHours(1),
            Relaxing().Waiting(Item("i1", 0, "billing", French)).Matcher.NextChange(Noon.AddHours(1)));

    [Fact]
    public void Levels_do_not_fall_below_zero_and_the_skill_is_still_required() =>
        Assert.Equal(
            [new SkillRequirement("fr", 0)],
            Relaxation.Apply([French], [new(TimeSpan.Zero, 9, [])], TimeSpan.Zero).AsEnumerable());

    [Fact]
    public void Nothing_is_ever_asked_for_again()
    {
        RelaxationStep[] steps = [new(TimeSpan.FromMinutes(1), 3, []), new(TimeSpan.FromMinutes(2), 1, ["tax"])];
        Assert.Equal(
            [new SkillRequirement("fr", 1)], Relaxation.Apply([French, Tax], [.. steps], TimeSpan.FromMinutes(2)).AsEnumerable());
    }

    [Fact]
    public void Waiting_from_before_the_matcher_knew_the_item_counts()
    {
        var line = Relaxing().With(Agent("ana", 1, 1, ("fr", 2))).Waiting(Item("i1", 3, "billing", French));
        Assert.Equal("i1>ana", line.Offers());
    }
}
