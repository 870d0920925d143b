using SupportGrid.Contracts.Grains;
using SupportGrid.Domain.Agents;
using SupportGrid.Domain.Interactions;
using SupportGrid.Simulation.Tests.World;
using static SupportGrid.Domain.Agents.AgentSession;

namespace SupportGrid.Simulation.Tests.Checkers;

/// <summary>
/// I1: every acknowledged interaction comes to its end, no agent keeps anything of one that has ended, and nothing that
/// must follow is left undone.
/// </summary>
internal sealed class NobodyIsLost : IChecker
{
    public string Name => "I1 nobody is lost";

    public IEnumerable<string> Check(History history) =>
        [.. Unclosed(history), .. StillInHand(history), .. history.Pending.Select(p => $"{p.Kind} of {p.Stream} was left undone.")];

    private static IEnumerable<string> Unclosed(History history)
    {
        var states = history.StreamsOf(Streams.InteractionCategory).ToDictionary(
            static s => s.Key,
            static s => s.Aggregate(InteractionDecider.Initial, (i, e) => InteractionDecider.Evolve(i, (InteractionEvent)e.Body)));
        return history.Answers
            .Where(a => a is { Command: OpenRequest, Refusal: null })
            .Select(a => a.Stream)
            .Distinct()
            .Where(stream => states.GetValueOrDefault(stream) is not Interaction.Closed)
            .Select(stream => $"{stream} was opened and is {states.GetValueOrDefault(stream)?.GetType().Name ?? "nowhere"}.");
    }

    private static IEnumerable<string> StillInHand(History history)
    {
        foreach (var stream in history.StreamsOf(Streams.AgentCategory))
        {
            var session = stream.Aggregate(AgentDecider.Initial, (s, e) => AgentDecider.Evolve(s, (AgentEvent)e.Body));
            if (session is SignedOn { IsFree: false } s)
            {
                yield return $"{stream.Key} still has {s.Offers.Length} offers and {s.Work.Length} pieces of work.";
            }
        }
    }
}
