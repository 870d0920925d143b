namespace SupportGrid.EventStore;

/// <summary>An event that is to be appended. It has no position and no version yet: the store assigns both.</summary>
/// <param name="EventId">Names this event for ever; the caller chooses it, so that a retry has the same one.</param>
/// <param name="Type">The stable wire name of the event's type.</param>
/// <param name="SchemaVersion">The version of the body's schema, 1 or above.</param>
/// <param name="At">When it happened. Kept in UTC, to 100 nanoseconds.</param>
/// <param name="Data">The body as UTF-8 JSON. Live readers share these bytes: they must not change afterwards.</param>
public sealed record NewEvent(
    Guid EventId, string Type, int SchemaVersion, DateTimeOffset At, ReadOnlyMemory<byte> Data)
{
    /// <summary>
    /// One indexed tag (such as <c>agent/a7</c>) under which the event can be read beside its stream.
    /// </summary>
    public string? Audience { get; init; }

    /// <summary>
    /// The decoded event. Never stored: it is handed to live readers of the feed so that they need not decode.
    /// It is shared between readers and must therefore be immutable.
    /// </summary>
    public object? Body { get; init; }
}
