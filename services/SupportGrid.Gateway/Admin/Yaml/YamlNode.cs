namespace SupportGrid.Gateway.Admin.Yaml;

/// <summary>A node of a YAML document with the line that it begins on, counted from 1.</summary>
internal abstract record YamlNode(int Line)
{
    /// <summary>Nothing written, or null: a section without entries.</summary>
    public bool IsEmpty => this is Scalar { IsPlain: true, Text: "" or "~" or "null" };

    /// <param name="IsPlain">Written without quotes.</param>
    internal sealed record Scalar(string Text, bool IsPlain, int Line) : YamlNode(Line);

    internal sealed record Sequence(IReadOnlyList<YamlNode> Items, int Line) : YamlNode(Line);

    /// <param name="Entries">In the order in which they are written; each key once.</param>
    internal sealed record Mapping(IReadOnlyList<YamlEntry> Entries, int Line) : YamlNode(Line);
}

/// <summary>A key and its value.</summary>
internal readonly record struct YamlEntry(string Key, int Line, YamlNode Value);
