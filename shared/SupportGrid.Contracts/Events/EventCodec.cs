using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SupportGrid.Contracts.Events;

/// <summary>Writes and reads bodies of events. Safe for concurrent use.</summary>
/// <remarks>
/// What it was made of is checked at once: names and classes are unique, upcasters leave no version out.
/// </remarks>
public sealed class EventCodec : IEventCodec
{
    private readonly FrozenDictionary<Type, EventType> _byClass;
    private readonly FrozenDictionary<string, EventType> _byName;
    private readonly FrozenDictionary<(string Type, int From), IEventUpcaster> _upcasters;

    public EventCodec(IReadOnlyCollection<EventType> types, IReadOnlyCollection<IEventUpcaster> upcasters)
    {
        _byClass = types.ToFrozenDictionary(static t => t.Clr);
        _byName = types.ToFrozenDictionary(static t => t.Name, StringComparer.Ordinal);
        _upcasters = upcasters.ToFrozenDictionary(static u => (u.Type, u.FromVersion));
        foreach (var upcaster in upcasters)
        {
            var known = _byName.TryGetValue(upcaster.Type, out var type) && upcaster.FromVersion < type.SchemaVersion;
            if (!known)
            {
                throw new ArgumentException(
                    $"The upcaster of \"{upcaster.Type}\" version {upcaster.FromVersion} leads nowhere.",
                    nameof(upcasters));
            }
        }

        foreach (var type in types)
        {
            for (var version = 1; version < type.SchemaVersion; version++)
            {
                if (!_upcasters.ContainsKey((type.Name, version)))
                {
                    throw new ArgumentException(
                        $"\"{type.Name}\" version {version} cannot be read: no upcaster.", nameof(upcasters));
                }
            }
        }
    }

    /// <summary>The codec of <see cref="EventCatalog"/>.</summary>
    public static EventCodec Default { get; } = new(EventCatalog.All, EventCatalog.Upcasters);

    /// <inheritdoc />
    /// <exception cref="ArgumentException">Its class is not in the catalogue.</exception>
    public EncodedEvent Encode(object @event) =>
        _byClass.TryGetValue(@event.GetType(), out var type)
            ? new EncodedEvent(type.Name, type.SchemaVersion, JsonBody.Write(@event, type.Json))
            : throw new ArgumentException($"{@event.GetType().Name} is not in the event catalogue.", nameof(@event));

    /// <inheritdoc />
    /// <exception cref="BrokenBodyException">The body does not fit its type.</exception>
    public object Decode(string type, int schemaVersion, ReadOnlyMemory<byte> data)
    {
        if (!_byName.TryGetValue(type, out var known) || schemaVersion < 1 || schemaVersion > known.SchemaVersion)
        {
            throw new UnknownEventException(type, schemaVersion);
        }

        try
        {
            return (schemaVersion == known.SchemaVersion
                ? JsonSerializer.Deserialize(data.Span, known.Json)
                : Upcast(known, schemaVersion, data.Span).Deserialize(known.Json))
                ?? throw new JsonException("The body is null.");
        }
        catch (JsonException broken)
        {
            throw new BrokenBodyException(type, broken);
        }
    }

    private JsonObject Upcast(EventType type, int schemaVersion, ReadOnlySpan<byte> data)
    {
        var reader = new Utf8JsonReader(data);
        var body = JsonNode.Parse(ref reader) as JsonObject ?? throw new JsonException("The body is no object.");
        for (var version = schemaVersion; version < type.SchemaVersion; version++)
        {
            body = _upcasters[(type.Name, version)].Upcast(body);
        }

        return body;
    }
}
