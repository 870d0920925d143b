namespace SupportGrid.Contracts.Events;

/// <summary>Turns events into what is stored for ever, and back. Thread-safe.</summary>
public interface IEventCodec
{
    /// <summary>The wire name, the schema version and the readable JSON of an event.</summary>
    EncodedEvent Encode(object @event);

    /// <summary>The event, brought to today's shape by upcasters.</summary>
    /// <exception cref="UnknownEventException">This build does not know the type, or only older versions of
    /// it.</exception>
    object Decode(string type, int schemaVersion, ReadOnlyMemory<byte> data);
}

/// <summary>An event as it is stored.</summary>
public readonly record struct EncodedEvent(string Type, int SchemaVersion, ReadOnlyMemory<byte> Data);

/// <summary>A stored event that this build cannot read; nothing may be folded past it.</summary>
public sealed class UnknownEventException(string type, int schemaVersion)
    : Exception($"This build cannot read events of type {type}, schema version {schemaVersion}; a newer one wrote it.")
{
    public string Type { get; } = type;

    public int SchemaVersion { get; } = schemaVersion;
}
