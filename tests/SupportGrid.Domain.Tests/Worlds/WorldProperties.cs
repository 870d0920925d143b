using FsCheck;
using FsCheck.Fluent;
using SupportGrid.Domain.Agents;
using SupportGrid.Domain.Interactions;

namespace SupportGrid.Domain.Tests.Worlds;

public sealed class WorldProperties
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(200);

    // Shrinking leaves steps out, so that a failure names the few that matter.
    private static readonly Arbitrary<int[]> Steps = Arb.From(
        Gen.Choose(0, int.MaxValue).ArrayOf(250),
        static steps => Enumerable.Range(0, steps.Length).Select(i => steps.Where((_, at) => at != i).ToArray()));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Whatever_is_late_or_repeated_nothing_is_lost_and_nobody_carries_too_much(bool ownClock) =>
        Prop.ForAll(Steps, numbers => { Run(numbers, ownClock); }).Check(Runs);

    /// <summary>Always the same worlds, so that a rule that starves one kind of event is noticed at once.</summary>
    [Fact]
    public void The_worlds_that_are_tried_see_every_event_of_interactions_and_agents()
    {
        var happened = Enumerable.Range(0, 300)
            .SelectMany(seed => Run(Numbers(new Random(seed)), ownClock: seed % 2 == 0).Happened)
            .ToHashSet();

        Assert.Empty(EventsOf<InteractionEvent>().Concat(EventsOf<AgentEvent>()).Except(happened).Select(e => e.Name));
    }

    private static int[] Numbers(Random random) => [.. Enumerable.Range(0, 250).Select(_ => random.Next())];

    private static World Run(int[] numbers, bool ownClock)
    {
        var world = new World(ownClock);
        var steps = new WorldSteps(world);
        try
        {
            foreach (var number in numbers)
            {
                steps.Step(number);
                WorldChecks.AssertSafe(world);
            }

            steps.Settle();
            WorldChecks.AssertSafe(world);
            WorldChecks.AssertAgrees(world);
            return world;
        }
        catch (Exception broken)
        {
            throw new BrokenWorldException(world.Story, broken);
        }
    }

    private static IEnumerable<Type> EventsOf<TEvent>() =>
        typeof(TEvent).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(TEvent)));
}
