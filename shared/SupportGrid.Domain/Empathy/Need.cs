using System.Collections.Immutable;

namespace SupportGrid.Domain.Empathy;

/// <summary>What the customer needs, by rules that can be read (<see cref="NeedRules"/>).</summary>
/// <param name="Importance">1 little to 5: what it means to the customer.</param>
/// <param name="Urgency">1 can wait to 5 now.</param>
/// <param name="Rules">Ids of the rules that made it so, in their order.</param>
[GenerateSerializer, Immutable, Alias("sg.Need")]
public sealed record Need(NeedLevel Level, int Importance, int Urgency, ImmutableArray<string> Rules);
