using FsCheck;
using FsCheck.Fluent;
using SupportGrid.Domain.Routing;

namespace SupportGrid.Domain.Tests.Routing;

public sealed class MatcherProperties
{
    private static readonly Config Days = Config.QuickThrowOnFailure.WithMaxTest(30);

    private static readonly Arbitrary<int[]> Steps = Drawn(150);

    private static readonly Arbitrary<int[]> ManySteps = Drawn(500);

    [Fact]
    public void Every_decision_is_the_one_of_the_plain_rules_and_no_matchable_pair_is_left() =>
        Prop.ForAll(Steps, steps =>
        {
            var day = new RandomDay();
            foreach (var step in steps)
            {
                day.Step(step);
                var (matcher, reference) = day.Drive();
                Assert.Equal(reference, matcher);
            }
        }).Check(Days);

    /// <summary>
    /// A decision ranks the few whom it lists exactly, whatever the index says of them. In a crowd the index says who
    /// they are.
    /// </summary>
    [Fact]
    public void In_a_crowd_every_decision_is_the_one_of_the_plain_rules() =>
        Prop.ForAll(ManySteps, steps =>
        {
            var day = new RandomDay(crowd: true);
            foreach (var step in steps)
            {
                day.Step(step);
                var (matcher, reference) = day.Drive();
                Assert.Equal(reference, matcher);
            }
        }).Check(Days);

    [Fact]
    public void Changes_taken_in_together_are_decided_as_the_plain_rules_decide_them() =>
        Prop.ForAll(Steps, steps =>
        {
            var day = new RandomDay();
            for (var i = 0; i < steps.Length; i++)
            {
                day.Step(steps[i]);
                if (i % 7 == 6)
                {
                    var (matcher, reference) = day.Drive();
                    Assert.Equal(reference, matcher);
                }
            }
        }).Check(Days);

    [Fact]
    public void Every_decision_replays_to_the_same_bytes_and_accounts_for_every_agent() =>
        Prop.ForAll(Steps, steps =>
        {
            var day = new RandomDay();
            foreach (var step in steps)
            {
                day.Step(step);
                var agents = day.Reference.Agents.Count;
                var before = day.Decisions.Count;
                day.Drive();
                foreach (var decision in day.Decisions.Skip(before))
                {
                    var bytes = DecisionCodec.Encode(decision);
                    var replay = DecisionReplay.Replay(bytes);
                    Assert.True(replay.Same, string.Join('\n', replay.Differences));
                    Assert.Equal(bytes, DecisionCodec.Encode(DecisionCodec.Decode(bytes)));
                    Assert.Equal(agents, decision.CandidatesTotal + decision.ExcludedTotals.Sum(t => t.Agents));
                    Assert.NotEmpty(DecisionSentences.Explain(decision));
                }
            }
        }).Check(Days);

    [Fact]
    public void Lines_places_and_explanations_agree_with_the_plain_rules() =>
        Prop.ForAll(Steps, steps =>
        {
            var day = new RandomDay();
            foreach (var step in steps)
            {
                day.Step(step);
                day.Drive();
                foreach (var queue in day.Reference.Policies.Keys)
                {
                    var line = day.Matcher.LineOf(queue);
                    Assert.Equal(day.Reference.LineOf(queue), (line.Waiting, line.Offered));
                    var inOrder = day.Matcher.WaitingIn(queue).Select(i => i.Interaction).ToList();
                    Assert.Equal(Enumerable.Range(1, inOrder.Count), inOrder.Select(i => day.Matcher.Place(i)!.Value));
                }

                foreach (var item in day.Reference.Items.Values.Where(i => day.Reference.Policies.ContainsKey(i.Queue)))
                {
                    foreach (var agent in day.Reference.Agents.Keys)
                    {
                        var said = day.Matcher.Explain(item.Interaction, agent, day.Now);
                        Assert.NotEqual(MatchVerdict.Able, said.Verdict);
                    }
                }
            }
        }).Check(Days);

    // Shrinking leaves steps out, so that a failure names the few that matter.
    private static Arbitrary<int[]> Drawn(int steps) => Arb.From(
        Gen.Choose(0, int.MaxValue).ArrayOf(steps),
        static steps => Enumerable.Range(0, steps.Length).Select(i => steps.Where((_, at) => at != i).ToArray()));
}
