using SupportGrid.Replay.Checking;

namespace SupportGrid.Replay.Reporting;

/// <summary>The result of a run.</summary>
/// <param name="WaitMs">From the place in the line to an agent, as the customer's stream showed it.</param>
/// <param name="OfferMs">From the routing decision to the offer on the agent's desk stream.</param>
/// <param name="Overtaken">Calls that came too late, by reason; 0 without restarts.</param>
public sealed record ReplaySummary(
    int Conversations,
    int Agents,
    double Seconds,
    long Offered,
    long Accepted,
    long Closed,
    long Abandoned,
    long Turns,
    double InteractionsPerSecond,
    double TurnsPerSecond,
    Percentiles? WaitMs,
    Percentiles? OfferMs,
    CueReport Cues,
    long Failures,
    IReadOnlyList<string> FailuresTold,
    IReadOnlyDictionary<string, int> Overtaken,
    LogCheckResult? Check)
{
    /// <summary>Everything was closed and the log has no problem.</summary>
    public bool IsClean => Failures == 0 && Closed == Conversations && Check is not { Problems: > 0 };
}
