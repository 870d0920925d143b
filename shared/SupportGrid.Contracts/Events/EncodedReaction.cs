namespace SupportGrid.Contracts.Events;

/// <summary>A reaction as it waits in the outbox.</summary>
/// <param name="Kind">Wire name of the reaction's type.</param>
/// <param name="Data">The body as UTF-8 JSON; nobody else holds it.</param>
public readonly record struct EncodedReaction(string Kind, ReadOnlyMemory<byte> Data);
