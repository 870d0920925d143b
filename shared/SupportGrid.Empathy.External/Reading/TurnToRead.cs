using System.Collections.Immutable;

namespace SupportGrid.Empathy.External.Reading;

/// <summary>
/// A customer's turn for a brain, as it was said. Who passes it out of the platform takes personal data out first.
/// </summary>
/// <param name="Before">The turns before it, the oldest first; only the last ones are used.</param>
/// <param name="Names">Known names of people that may stand in the texts: the customer's, the agents'.</param>
public sealed record TurnToRead(string Text, ImmutableArray<TurnBefore> Before, ImmutableArray<string> Names);
