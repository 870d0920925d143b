using SupportGrid.Substitutes.Orleans.Engine.Turns;

namespace SupportGrid.Substitutes.Orleans.Engine.Calls.Enumerations;

/// <summary>
/// An enumeration in its grain. Its methods run in turns of the grain, one at a time except for ending.
/// </summary>
internal interface IGrainEnumeration<TItem>
{
    string Name { get; }

    /// <summary>Where it runs; null until it has begun.</summary>
    Mailbox? Mailbox { get; }

    /// <summary>At least one item if there is one, and as many more as come without waiting.</summary>
    Task<EnumerationBatch<TItem>> ReadAsync(Mailbox mailbox);

    /// <summary>Cancels what it waits for and disposes it.</summary>
    Task<bool> EndAsync(Mailbox mailbox);
}
