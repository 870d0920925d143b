namespace SupportGrid.Domain.Queues;

/// <summary>How much longer somebody waits who does not leave.</summary>
/// <param name="Estimator">Id and version of how it was computed.</param>
/// <param name="Mean">Null when unknown, as are the others.</param>
/// <param name="P50">As likely shorter as longer.</param>
/// <param name="P90">Nine of ten wait no longer.</param>
/// <param name="Basis">What it rests on, or why it is unknown; one sentence.</param>
[GenerateSerializer, Immutable, Alias("sg.WaitEstimate")]
public sealed record WaitEstimate(string Estimator, TimeSpan? Mean, TimeSpan? P50, TimeSpan? P90, string Basis)
{
    public bool IsKnown => P50 is not null;
}
