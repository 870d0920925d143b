namespace SupportGrid.Contracts.Events;

/// <summary>
/// A stored event cannot be read by this build: its type is not in the catalogue, its version is newer than the
/// catalogue's, or its body does not fit. Nothing may be decided on a stream that holds one.
/// </summary>
public sealed class EventNotReadableException : Exception
{
    public EventNotReadableException(string type, int schemaVersion, string why, Exception? innerException = null)
        : base($"The event \"{type}\" of version {schemaVersion} cannot be read: {why}", innerException)
    {
        Type = type;
        SchemaVersion = schemaVersion;
    }

    /// <summary>Wire name as it is stored.</summary>
    public string Type { get; }

    public int SchemaVersion { get; }
}
