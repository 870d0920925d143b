using SupportGrid.Contracts.Grains;
using SupportGrid.Domain.Interactions;
using SupportGrid.Simulation.Tests.World;

namespace SupportGrid.Simulation.Tests.Checkers;

/// <summary>
/// I2: at most one live offer or assignment per interaction, accepted by the agent it was made to, fences increase; and
/// no two agents were told that they have the same offer.
/// </summary>
internal sealed class OneAgentAtATime : IChecker
{
    public string Name => "I2 one agent at a time";

    public IEnumerable<string> Check(History history) =>
        [.. history.StreamsOf(Streams.InteractionCategory).SelectMany(CheckStream), .. ToldToTwo(history)];

    private static IEnumerable<string> CheckStream(IGrouping<string, LoggedEvent> stream)
    {
        var fence = 0L;
        (string Offer, string Agent)? pending = null;
        (string Offer, string Agent)? live = null;
        foreach (var logged in stream)
        {
            switch (logged.Body)
            {
                case OfferIssued e:
                    if (pending is not null || live is not null)
                    {
                        yield return $"{stream.Key} offered {e.Offer} while {(pending ?? live)!.Value.Offer} was not over.";
                    }

                    if (e.Fence <= fence)
                    {
                        yield return $"{stream.Key} issued fence {e.Fence} after {fence}.";
                    }

                    (pending, fence) = ((e.Offer, e.Agent), e.Fence);
                    break;
                case OfferRejected or OfferExpired or OfferCancelled or OfferRescinded:
                    pending = null;
                    break;
                case AgentConnected e:
                    if (live is not null || pending != (e.Offer, e.Agent) || e.Fence != fence)
                    {
                        yield return $"{stream.Key} connected {e.Agent} by {e.Offer}, fence {e.Fence}, out of turn.";
                    }

                    (pending, live) = (null, (e.Offer, e.Agent));
                    break;
                case AgentReleased or ContactEnded:
                    live = null;
                    break;
            }
        }
    }

    private static IEnumerable<string> ToldToTwo(History history) => history.Answers
        .Where(a => a.Refusal is null && a.Command is AcceptOffer)
        .GroupBy(a => ((AcceptOffer)a.Command).Offer, a => ((AcceptOffer)a.Command).Agent)
        .Where(g => g.Distinct().Count() > 1)
        .Select(g => $"{g.Key} was granted to {string.Join(" and ", g.Distinct())}.");
}
