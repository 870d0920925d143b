namespace SupportGrid.Contracts.Events;

/// <summary>An event as it is stored.</summary>
/// <param name="Type">Wire name of the event's type.</param>
/// <param name="SchemaVersion">Version of the body's schema.</param>
/// <param name="Data">The body as UTF-8 JSON; nobody else holds it.</param>
public readonly record struct EncodedEvent(string Type, int SchemaVersion, ReadOnlyMemory<byte> Data);
