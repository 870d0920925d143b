namespace SupportGrid.Contracts.Events;

/// <summary>
/// A stored body does not fit its type: not JSON, a member too many or too few, or a value out of its range. Nothing
/// may be folded past it.
/// </summary>
public sealed class BrokenBodyException(string type, Exception why)
    : Exception($"The body of a stored \"{type}\" cannot be read: {why.Message}", why)
{
    /// <summary>Wire name of the event's type or the reaction's kind.</summary>
    public string Type { get; } = type;
}
