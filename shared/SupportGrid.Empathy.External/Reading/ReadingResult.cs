namespace SupportGrid.Empathy.External.Reading;

/// <summary>What came of asking a brain.</summary>
/// <param name="Reading">
/// Null unless the outcome is <see cref="ReadingOutcome.Read"/>: then the built-in reading stands.
/// </param>
public sealed record ReadingResult(ReadingOutcome Outcome, ExternalReading? Reading)
{
    public static ReadingResult Without(ReadingOutcome outcome) => new(outcome, null);
}
