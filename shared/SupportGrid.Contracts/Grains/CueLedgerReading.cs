using SupportGrid.Domain.Empathy;

namespace SupportGrid.Contracts.Grains;

/// <summary>The record of cues, and by what it is judged.</summary>
/// <param name="Floor">Least precision of a kind, in permille.</param>
/// <param name="AnswersMin">Answers before a kind is judged.</param>
[GenerateSerializer, Immutable, Alias("sg.CueLedgerReading")]
public sealed record CueLedgerReading(CueLedger Ledger, int Floor, int AnswersMin, long Version, long Position);
