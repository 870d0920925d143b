namespace SupportGrid.Empathy.External.Reading;

/// <summary>A turn that was said before the one that is read.</summary>
/// <param name="ByCustomer">Else by an agent.</param>
public sealed record TurnBefore(bool ByCustomer, string Text);
