using SupportGrid.Contracts.Grains;
using SupportGrid.Domain.Agents;
using SupportGrid.Domain.Interactions;
using SupportGrid.Simulation.Tests.World;

namespace SupportGrid.Simulation.Tests.Checkers;

/// <summary>
/// I7: no deadline comes early, and none late by more than the time in which no process ran, and some seconds.
/// </summary>
internal sealed class TimersKeepTime : IChecker
{
    private static readonly TimeSpan Lateness = TimeSpan.FromSeconds(3);

    public string Name => "I7 timers keep time";

    public IEnumerable<string> Check(History history) =>
    [
        .. history.StreamsOf(Streams.InteractionCategory).SelectMany(s => CheckInteraction(s, history)),
        .. history.StreamsOf(Streams.AgentCategory).SelectMany(s => CheckAgent(s, history)),
    ];

    private static IEnumerable<string> CheckInteraction(IGrouping<string, LoggedEvent> stream, History history)
    {
        DateTimeOffset? due = null;
        foreach (var logged in stream)
        {
            if (logged.Body is OfferExpired or WrapUpCompleted { TimedOut: true, Code: "timeout" })
            {
                foreach (var wrong in Judge(stream.Key, logged, due, history))
                {
                    yield return wrong;
                }
            }
            else if (due is not null && logged.At > Latest(due.Value, history))
            {
                yield return $"{stream.Key} did {logged.Body.GetType().Name} at {logged.At:O}, after its deadline {due:O}.";
            }

            due = logged.Body switch
            {
                OfferIssued e => e.Until,
                WrapUpStarted e => e.Until,
                MessageSaid or InteractionPrioritised or TrajectoryMoved or CueShown or CueEnded or CueAnswered
                    or NeedClassified or OpportunityScored or ReadingRevised or InteractionRated => due,
                _ => null,
            };
        }
    }

    private static IEnumerable<string> CheckAgent(IGrouping<string, LoggedEvent> stream, History history)
    {
        DateTimeOffset? due = null;
        foreach (var logged in stream)
        {
            if (logged.Body is HeartbeatLost)
            {
                foreach (var wrong in Judge(stream.Key, logged, due, history))
                {
                    yield return wrong;
                }
            }

            due = logged.Body switch
            {
                AgentSignedIn e => e.GraceUntil,
                DeskDisconnected e => e.GraceUntil ?? due,
                DeskConnected or AgentSignedOut => null,
                _ => due,
            };
        }
    }

    private static IEnumerable<string> Judge(string stream, LoggedEvent logged, DateTimeOffset? due, History history)
    {
        var what = $"{stream} had {logged.Body.GetType().Name} at {logged.At:O}";
        if (due is null)
        {
            yield return $"{what} without a deadline.";
        }
        else if (logged.At < due)
        {
            yield return $"{what}, before {due:O}.";
        }
        else if (logged.At > Latest(due.Value, history))
        {
            yield return $"{what}, too long after {due:O}.";
        }
    }

    /// <summary>A deadline that falls into a downtime, or close to its end, comes when the process is back.</summary>
    private static DateTimeOffset Latest(DateTimeOffset due, History history)
    {
        var latest = due + Lateness;
        foreach (var (from, to) in history.Downtimes)
        {
            if (from <= latest && to + Lateness > latest)
            {
                latest = to + Lateness;
            }
        }

        return latest;
    }
}
