namespace SupportGrid.Empathy.External.Reading;

/// <summary>What came of asking a brain.</summary>
/// <param name="Reading">
/// Null unless the outcome is <see cref="ReadingOutcome.Read"/>: then the built-in reading stands.
/// </param>
/// <param name="Usage">Null where the service did not answer, or does not say; an invalid answer may have one.</param>
/// <param name="Took">From the question to its outcome.</param>
public sealed record ReadingResult(
    ReadingOutcome Outcome, ExternalReading? Reading, ReadingUsage? Usage = null, TimeSpan Took = default)
{
    public static ReadingResult Without(ReadingOutcome outcome, ReadingUsage? usage = null) =>
        new(outcome, null, usage);
}
