using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace SupportGrid.Testing;

/// <summary>
/// A value as text: its type, and all that can be read of it, deeply. Records that hold collections compare them by
/// reference; their texts compare what they hold.
/// </summary>
public static class Canonical
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Members = new();

    public static string Of(object? value)
    {
        var text = new StringBuilder();
        Write(text, value);
        return text.ToString();
    }

    /// <summary>One value a line.</summary>
    public static string OfAll<T>(IEnumerable<T> values) => string.Join('\n', values.Select(static v => Of(v)));

    private static void Write(StringBuilder text, object? value)
    {
        switch (value)
        {
            case null:
                text.Append("null");
                break;
            case string s:
                text.Append('"').Append(s).Append('"');
                break;
            case DateTimeOffset at:
                text.Append(at.ToString("O", CultureInfo.InvariantCulture));
                break;
            case IFormattable simple when value.GetType() is { IsPrimitive: true } or { IsEnum: true }
                || value is TimeSpan or TimeOnly:
                text.Append(simple.ToString(null, CultureInfo.InvariantCulture));
                break;
            case bool:
                text.Append(value);
                break;
            case IEnumerable items:
                WriteItems(text, items);
                break;
            default:
                WriteMembers(text, value);
                break;
        }
    }

    private static void WriteItems(StringBuilder text, IEnumerable items)
    {
        var separator = "";
        text.Append('[');
        foreach (var item in items)
        {
            text.Append(separator);
            Write(text, item);
            separator = ", ";
        }

        text.Append(']');
    }

    private static void WriteMembers(StringBuilder text, object value)
    {
        text.Append(value.GetType().Name).Append(" { ");
        foreach (var member in Members.GetOrAdd(value.GetType(), ReadableMembers))
        {
            text.Append(member.Name).Append(" = ");
            Write(text, member.GetValue(value));
            text.Append("; ");
        }

        text.Append('}');
    }

    private static PropertyInfo[] ReadableMembers(Type type) =>
    [
        .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(static p => p.CanRead && p.GetIndexParameters().Length == 0)
            .OrderBy(static p => p.Name, StringComparer.Ordinal),
    ];
}
