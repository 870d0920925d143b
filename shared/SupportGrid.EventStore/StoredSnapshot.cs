namespace SupportGrid.EventStore;

/// <summary>A stored value and the tag to overwrite it with.</summary>
/// <param name="Data">The value, byte for byte as it was written.</param>
/// <param name="ETag">Opaque; changes with every write.</param>
public sealed record StoredSnapshot(ReadOnlyMemory<byte> Data, string ETag);
