namespace SupportGrid.Domain.Routing;

/// <summary>What bounds the matcher's memory and the size of a decision record.</summary>
public static class MatcherLimits
{
    /// <summary>Candidates written into a decision, best first; how many there were is written beside.</summary>
    public const int CandidatesListedMax = 5;

    /// <summary>Excluded agents written into a decision for each reason; totals are complete.</summary>
    public const int ExcludedListedPerReasonMax = 3;

    /// <summary>Excluded agents written into a decision in all.</summary>
    public const int ExcludedListedMax = 16;

    /// <summary>
    /// Versions of removed interactions that are remembered, so that a late message does not put one back.
    /// </summary>
    public const int RemovedRememberedMax = 20_000;

    /// <summary>
    /// Indexes of agents by what is asked for. One is built at the first item that asks, costs a look at every agent
    /// once, and is kept; beyond this number those without waiting items are let go, the least recently used first.
    /// </summary>
    public const int PoolsMax = 4_096;
}
