using System.Text;
using SupportGrid.Contracts.Grains;
using SupportGrid.Domain.Agents;
using SupportGrid.Domain.Empathy;
using SupportGrid.Domain.Interactions;
using SupportGrid.Domain.Routing;
using SupportGrid.Simulation.Tests.World;

namespace SupportGrid.Simulation.Tests.Checkers;

/// <summary>
/// I10: every decision replays to the same bytes, and what it takes from empathy is what the logs said at the versions
/// that it names.
/// </summary>
internal sealed class DecisionsFollow : IChecker
{
    public string Name => "I10 decisions follow";

    public IEnumerable<string> Check(History history)
    {
        var agents = history.StreamsOf(Streams.AgentCategory).ToDictionary(
            static s => Streams.Parse(s.Key).Id, static s => s.ToArray());
        return
        [
            .. history.StreamsOf(Streams.InteractionCategory).SelectMany(stream => stream
                .Where(static e => e.Body is OfferIssued)
                .SelectMany(e => CheckOffer([.. stream], (OfferIssued)e.Body, agents))),
        ];
    }

    private static IEnumerable<string> CheckOffer(
        LoggedEvent[] stream, OfferIssued issued, Dictionary<string, LoggedEvent[]> agents)
    {
        var replay = DecisionReplay.Replay(Encoding.UTF8.GetBytes(issued.Decision));
        foreach (var difference in replay.Differences)
        {
            yield return $"{issued.Offer} does not replay: {difference}";
        }

        var decision = DecisionCodec.DecodeText(issued.Decision);
        var distress = DistressAt(stream, decision);
        if (decision.Item.Distress != distress)
        {
            yield return $"{issued.Offer} took {decision.Item.Distress} for distress, and the log says {distress}.";
        }

        foreach (var facts in decision.Candidates.Select(static c => c.Facts))
        {
            var tenths = TenthsAt(agents[facts.Agent], facts.Version, decision);
            if (facts.EmotionalLoad != tenths)
            {
                yield return
                    $"{issued.Offer} took {facts.EmotionalLoad} for {facts.Agent}'s load, and the log says {tenths}.";
            }
        }
    }

    private static CustomerDistress? DistressAt(LoggedEvent[] stream, RoutingDecision decision)
    {
        var state = stream
            .Where(e => e.Version <= decision.Item.Version)
            .Select(static e => (InteractionEvent)e.Body)
            .Aggregate(InteractionDecider.Initial, InteractionDecider.Evolve);
        var facts = ((Interaction.Existing)state).Facts;
        return decision.Policy.Empathy is { DistressPriority: > 0 }
            && facts.Policy.Empathy?.Routing is { DistressPriority: > 0 }
                ? CustomerDistress.Of(facts.Empathy)
                : null;
    }

    private static int? TenthsAt(LoggedEvent[] stream, long version, RoutingDecision decision) =>
        decision.Policy.Empathy is not { EmotionalLoadWeight: > 0 } empathy
            ? null
            : stream
                .Where(e => e.Version <= version)
                .Aggregate(AgentDecider.Initial, static (s, e) => AgentDecider.Evolve(s, (AgentEvent)e.Body))
                .Load?.TenthsAt(decision.At, empathy.EmotionalLoadScale) ?? 0;
}
