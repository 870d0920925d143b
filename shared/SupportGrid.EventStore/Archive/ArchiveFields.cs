using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace SupportGrid.EventStore.Archive;

/// <summary>The fields of one line. Every complaint is a <see cref="FormatException"/> that ends a sentence.</summary>
internal sealed class ArchiveFields
{
    private readonly JsonElement _fields;
    private int _used;

    private ArchiveFields(JsonElement fields) => _fields = fields;

    /// <summary>The fields of a line of the given kind; null if it is of another.</summary>
    public static ArchiveFields? Of(JsonElement line, string kind) =>
        line.ValueKind == JsonValueKind.Object && line.GetPropertyCount() == 1
        && line.TryGetProperty(kind, out var fields) && fields.ValueKind == JsonValueKind.Object
            ? new ArchiveFields(fields)
            : null;

    /// <summary>Passes a result on if every field of the line went into it.</summary>
    public T Finish<T>(T result) => _used == _fields.GetPropertyCount()
        ? result
        : throw new FormatException("it has fields that this program does not know.");

    public string Text(string name) => TextOrNull(name) ?? throw Missing(name);

    public string? TextOrNull(string name)
    {
        if (!TryGet(name, out var value))
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.String ? value.GetString() : throw Malformed(name);
    }

    public long Int64(string name)
    {
        if (!TryGet(name, out var value))
        {
            throw Missing(name);
        }

        return value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) && number >= 0
            ? number
            : throw Malformed(name);
    }

    public int Int32(string name) =>
        Int64(name) is var number and <= int.MaxValue ? (int)number : throw Malformed(name);

    public Guid Guid(string name) => GuidOrNull(name) ?? throw Missing(name);

    public Guid? GuidOrNull(string name) => TextOrNull(name) switch
    {
        null => null,
        var text => System.Guid.TryParseExact(text, "D", out var guid) ? guid : throw Malformed(name),
    };

    public DateTimeOffset Instant(string name) =>
        DateTime.TryParseExact(
            Text(name), "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var instant)
        && instant.Kind == DateTimeKind.Utc
            ? new DateTimeOffset(instant)
            : throw Malformed(name);

    /// <summary>The body, byte for byte as it was exported.</summary>
    public byte[] Body()
    {
        if (TryGet("data", out var embedded))
        {
            return JsonMarshal.GetRawUtf8Value(embedded).ToArray();
        }

        if (!TryGet("base64", out var encoded))
        {
            throw Missing("data");
        }

        return encoded.ValueKind == JsonValueKind.String && encoded.TryGetBytesFromBase64(out var bytes)
            ? bytes
            : throw Malformed("base64");
    }

    private static FormatException Missing(string name) => new($"it lacks the field '{name}'.");

    private static FormatException Malformed(string name) => new($"its field '{name}' is malformed.");

    private bool TryGet(string name, out JsonElement value)
    {
        if (!_fields.TryGetProperty(name, out value))
        {
            return false;
        }

        _used++;
        return true;
    }
}
