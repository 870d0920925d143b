using System.Globalization;

namespace Orleans;

/// <summary>How keys that are not strings are written as text: Guids as 32 digits, integers in hexadecimal.</summary>
internal static class GrainKeys
{
    internal static IdSpan Of(string key)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        return IdSpan.Create(key);
    }

    internal static IdSpan Of(Guid key, string? extension = null) =>
        WithExtension(key.ToString("N", CultureInfo.InvariantCulture), extension);

    internal static IdSpan Of(long key, string? extension = null) =>
        WithExtension(key.ToString("X", CultureInfo.InvariantCulture), extension);

    internal static bool TryReadGuid(IdSpan key, out Guid value, out string? extension)
    {
        var text = Split(key, out extension);
        return Guid.TryParseExact(text, "N", out value);
    }

    internal static bool TryReadInteger(IdSpan key, out long value, out string? extension)
    {
        var text = Split(key, out extension);
        return long.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
    }

    private static IdSpan WithExtension(string key, string? extension) =>
        IdSpan.Create(extension is null ? key : $"{key}+{extension}");

    private static ReadOnlySpan<char> Split(IdSpan key, out string? extension)
    {
        var text = key.ToString();
        var plus = text.IndexOf('+', StringComparison.Ordinal);
        extension = plus < 0 ? null : text[(plus + 1)..];
        return plus < 0 ? text : text.AsSpan(0, plus);
    }
}
