namespace SupportGrid.Empathy.Analysis;

/// <summary>Where a satisfaction comes from, so that nobody takes an estimate for a measurement.</summary>
public enum SatisfactionSource
{
    /// <summary>Nothing is known: the language is not read.</summary>
    None,

    /// <summary>
    /// By a published rule over emotion, thanks, refusals and repetition. Weak: for trajectories, not for alerts.
    /// </summary>
    Estimate,

    /// <summary>By a tenant's own model.</summary>
    Model,
}
