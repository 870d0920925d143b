namespace SupportGrid.Domain.Empathy;

/// <summary>What a reading of a model outside of the platform took.</summary>
/// <param name="Took">From the question to the answer.</param>
/// <param name="InputTokens">As the service counts them; 0 where it does not.</param>
/// <param name="OutputTokens">As the service counts them; 0 where it does not.</param>
/// <param name="CostMillionths">
/// By the operator's price, in millionths of the operator's unit of currency; the most that it can have been where the
/// service does not count.
/// </param>
[GenerateSerializer, Immutable, Alias("sg.ReadingPrice")]
public sealed record ReadingPrice(TimeSpan Took, long InputTokens, long OutputTokens, long CostMillionths);
