using System.Collections.Immutable;

namespace SupportGrid.Empathy.External.Redaction;

/// <summary>A text without what rules know as personal.</summary>
/// <param name="Text">With a word in brackets, such as "[phone]", in place of each piece that was taken out.</param>
/// <param name="Found">Pieces taken out, by kind; kinds that were not found are not there.</param>
public sealed record RedactedText(string Text, ImmutableSortedDictionary<PersonalDataKind, int> Found);
