using System.Globalization;
using System.Text;

namespace SupportGrid.Gateway.Admin.Yaml;

/// <summary>Writes YAML line by line: two blanks a level, quotes only where they are needed.</summary>
internal sealed class YamlText
{
    private readonly StringBuilder _text = new();

    public override string ToString() => _text.ToString();

    public void Line(int level, string key, string value) =>
        _text.Append(' ', level * 2).Append(Quoted(key)).Append(": ").Append(value).Append('\n');

    /// <summary>A key whose value follows on the next lines.</summary>
    public void Open(int level, string key) => _text.Append(' ', level * 2).Append(Quoted(key)).Append(":\n");

    /// <summary>An item of a list on a line of its own.</summary>
    public void Item(int level, string value) => _text.Append(' ', level * 2).Append("- ").Append(value).Append('\n');

    /// <summary>A list in one line.</summary>
    public static string List(IEnumerable<string> items) => $"[{string.Join(", ", items.Select(Quoted))}]";

    /// <summary>A mapping in one line.</summary>
    public static string Map(IEnumerable<(string Key, string Value)> entries)
    {
        var inside = string.Join(", ", entries.Select(e => $"{Quoted(e.Key)}: {e.Value}"));
        return inside.Length == 0 ? "{}" : $"{{ {inside} }}";
    }

    public static string Number(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>As it is where it can mean nothing else; else in double quotes.</summary>
    public static string Quoted(string text)
    {
        if (IsPlain(text))
        {
            return text;
        }

        var quoted = new StringBuilder("\"");
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                quoted.Append(text[i]).Append(text[++i]);
            }
            else
            {
                Append(quoted, text[i]);
            }
        }

        return quoted.Append('"').ToString();
    }

    private static void Append(StringBuilder quoted, char c)
    {
        if (c is '"' or '\\')
        {
            quoted.Append('\\').Append(c);
        }
        else if (c is >= ' ' and <= '~' or >= '\u00A0' and < '\u2028' or > '\u2029' and < '\uD800'
            or >= '\uE000' and < '\uFEFF' or > '\uFEFF' and < '\uFFFE')
        {
            quoted.Append(c);
        }
        else
        {
            quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
        }
    }

    private static bool IsPlain(string text) =>
        text.Length > 0
        && char.IsAsciiLetter(text[0])
        && text[^1] != ' '
        && text.All(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '.' or '_' or '-' or '/' or '+')
        && text is not ("true" or "false" or "null" or "yes" or "no" or "on" or "off" or "y" or "n");
}
