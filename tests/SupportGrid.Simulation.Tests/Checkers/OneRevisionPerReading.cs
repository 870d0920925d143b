using SupportGrid.Contracts.Grains;
using SupportGrid.Domain.Interactions;
using SupportGrid.Simulation.Tests.World;

namespace SupportGrid.Simulation.Tests.Checkers;

/// <summary>
/// A reading is revised once, after its message, while the contact goes on and within the time for it; whatever process
/// died in between.
/// </summary>
internal sealed class OneRevisionPerReading : IChecker
{
    public string Name => "I6 one revision per reading";

    public IEnumerable<string> Check(History history) =>
        history.StreamsOf(Streams.InteractionCategory).SelectMany(CheckStream);

    private static IEnumerable<string> CheckStream(IGrouping<string, LoggedEvent> stream)
    {
        var said = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        foreach (var logged in stream)
        {
            switch (logged.Body)
            {
                case MessageSaid { Reading: not null } e:
                    said[e.MessageId] = logged.At;
                    break;
                case ContactEnded or InteractionAbandoned:
                    said.Clear();
                    break;
                case ReadingRevised e:
                    if (!said.Remove(e.MessageId, out var at))
                    {
                        yield return $"{stream.Key} revised {e.MessageId}, of which there was nothing to revise.";
                    }
                    else if (logged.At - at > TimeSpan.FromSeconds(60))
                    {
                        yield return $"{stream.Key} revised {e.MessageId} {logged.At - at} after it was said.";
                    }

                    break;
                default:
                    break;
            }
        }
    }
}
