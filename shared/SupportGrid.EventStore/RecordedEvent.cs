namespace SupportGrid.EventStore;

/// <summary>An event of the log. Immutable, and shared between all readers.</summary>
/// <param name="Position">Its place in the one order of the whole log, from 1 and without gaps.</param>
/// <param name="Tenant">The tenant of its stream.</param>
/// <param name="Stream">The name of its stream.</param>
/// <param name="Version">Its place in its stream, from 1 and without gaps.</param>
/// <param name="EventId">The id its writer gave it.</param>
/// <param name="Type">The stable wire name of its type.</param>
/// <param name="SchemaVersion">The version of its body's schema.</param>
/// <param name="At">When it happened, in UTC.</param>
/// <param name="Data">Its body as UTF-8 JSON, byte for byte as it was appended.</param>
public sealed record RecordedEvent(
    long Position,
    string Tenant,
    string Stream,
    long Version,
    Guid EventId,
    string Type,
    int SchemaVersion,
    DateTimeOffset At,
    ReadOnlyMemory<byte> Data)
{
    /// <summary>The id under which the append was asked for.</summary>
    public string? RequestId { get; init; }

    /// <summary>A digest of what was asked.</summary>
    public string? RequestHash { get; init; }

    /// <summary>Who asked.</summary>
    public string? Actor { get; init; }

    /// <summary>The event that led to this one.</summary>
    public Guid? CausationId { get; init; }

    /// <summary>The id that a whole chain of requests shares.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>The indexed tag under which it can be read beside its stream.</summary>
    public string? Audience { get; init; }

    /// <summary>The decoded event, while the store still holds it in memory; null when it was read from disk.</summary>
    public object? Body { get; init; }
}
