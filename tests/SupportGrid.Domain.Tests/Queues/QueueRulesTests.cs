using SupportGrid.Domain.Queues;
using SupportGrid.Domain.Tests.Samples;
using static SupportGrid.Domain.Tests.Samples.Instants;

namespace SupportGrid.Domain.Tests.Queues;

public sealed class QueueRulesTests
{
    private static readonly QueueScenario Defined = QueueScenario.After(Adopt(1));

    private static readonly RetireQueue Retire = new("billing", 1, T(9));

    private static AdoptPolicy Adopt(int version) => new(Policies.Billing with { Version = version }, T(version));

    [Fact]
    public void A_first_policy_defines_the_queue() =>
        QueueScenario.Given().When(Adopt(1)).Then(new PolicyAdopted(Policies.Billing, T(1)));

    [Fact]
    public void A_newer_policy_takes_effect_and_the_earlier_is_kept()
    {
        var queue = Defined.When(Adopt(2)).Becomes<QueueState.Defined>();

        Assert.Equal(2, queue.Policy.Version);
        Assert.Equal([1], queue.Earlier.Select(p => p.Version));
    }

    [Fact]
    public void The_same_or_an_older_policy_is_nothing()
    {
        Defined.When(Adopt(1)).ThenNothing();
        Defined.And(Adopt(2)).When(Adopt(1)).ThenNothing();
    }

    [Fact]
    public void Only_so_many_earlier_policies_are_kept()
    {
        var queue = Assert.IsType<QueueState.Defined>(
            Defined.And(Enumerable.Range(2, QueueState.Defined.EarlierMax + 1).Select(Adopt)).State);

        Assert.Equal(QueueState.Defined.EarlierMax, queue.Earlier.Count);
        Assert.Equal(2, queue.Earlier[0].Version);
    }

    [Fact]
    public void A_retired_queue_says_so()
    {
        var outcome = Defined.When(Retire);

        outcome.Then(new QueueRetired("billing", T(9)));
        Assert.True(outcome.Becomes<QueueState.Defined>().Retired);
    }

    [Fact]
    public void Retiring_again_is_nothing()
    {
        Defined.And(Retire).When(Retire).ThenNothing();
        QueueScenario.Given().When(Retire).ThenNothing();
    }

    [Fact]
    public void A_queue_that_comes_back_is_open_again() =>
        Assert.False(Defined.And(Retire).When(Adopt(2)).Becomes<QueueState.Defined>().Retired);

    [Fact]
    public void A_late_retirement_does_not_hit_the_policy_that_came_after() =>
        Defined.And(Retire).And(Adopt(2)).When(Retire).ThenNothing();

    [Fact]
    public void The_dispatcher_hears_of_each_policy() =>
        Assert.Equal(
            [new TellPolicy(Policies.Billing)],
            QueueReactions.React(
                QueueState.Undefined.Instance,
                new PolicyAdopted(Policies.Billing, T(1)),
                Defined.State,
                version: 1));

    [Fact]
    public void A_retired_queue_still_serves_who_waits_in_it() =>
        Assert.Empty(QueueReactions.React(Defined.State, new QueueRetired("billing", T(9)), Defined.State, version: 2));

    [Fact]
    public void Every_command_has_an_answer_in_every_state_and_a_repeat_changes_nothing()
    {
        var report = Closure.Explore<QueueDecider, QueueState, QueueCommand, QueueEvent>(
            [Adopt(1), Adopt(2), Adopt(3), Retire, Retire with { Version = 3 }], statesMax: 1_000);

        report.AssertEveryStateReached(typeof(QueueState));
        report.AssertEveryEventHappened(typeof(QueueEvent));
    }
}
