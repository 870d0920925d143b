namespace SupportGrid.Domain.Empathy;

/// <summary>One fact that costs the customer effort, as of one turn.</summary>
/// <param name="Strength">Its part of the effort when it stands alone, in permille.</param>
/// <param name="Amount">How often; how long, in seconds; or which share, in permille: as the cause has it.</param>
/// <param name="MayAlert">A fact that speaks for itself: it may raise an alert.</param>
[GenerateSerializer, Immutable, Alias("sg.EffortFact")]
public sealed record EffortFact(EffortCause Cause, int Strength, int Amount, bool MayAlert);
