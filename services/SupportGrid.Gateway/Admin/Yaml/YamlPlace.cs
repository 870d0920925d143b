using System.Globalization;

namespace SupportGrid.Gateway.Admin.Yaml;

/// <summary>
/// A place in a document, read as what it should be. What is absent reads as the default, what is of another type is
/// noted and reads as the default too, so that reading goes on and finds everything.
/// </summary>
internal readonly struct YamlPlace(YamlNode? node, int line, string path, YamlProblems problems)
{
    public string Path => path;

    public bool IsAbsent => node is null;

    /// <summary>The place of a key below; absent if it is not written.</summary>
    public YamlPlace Field(string name)
    {
        foreach (var entry in Entries())
        {
            if (entry.Key == name)
            {
                return new YamlPlace(entry.Value, entry.Line, Below(name), problems);
            }
        }

        return new YamlPlace(null, line, Below(name), problems);
    }

    /// <summary>Notes every key that is none of these.</summary>
    public YamlPlace Only(params ReadOnlySpan<string> names)
    {
        foreach (var entry in Entries())
        {
            if (!names.Contains(entry.Key) && !problems.IsFull)
            {
                problems.Add(entry.Line, Below(entry.Key), $"is not known here; known are {string.Join(", ", names)}");
            }
        }

        return this;
    }

    /// <summary>Notes if this is no mapping. Call it once a place; reading fields is silent about it.</summary>
    public YamlPlace AsMapping()
    {
        if (node is not (null or YamlNode.Mapping) && !node.IsEmpty)
        {
            Note("must be keys with values");
        }

        return this;
    }

    /// <summary>Keys and places below; none if this is no mapping.</summary>
    public IEnumerable<(string Key, YamlPlace Place)> Fields()
    {
        var (below, all) = (path, problems);
        return Entries().Select(e =>
            (e.Key, new YamlPlace(e.Value, e.Line, below.Length == 0 ? e.Key : $"{below}/{e.Key}", all)));
    }

    /// <summary>Places of a list; notes if this is none.</summary>
    public IEnumerable<YamlPlace> Items()
    {
        if (node is YamlNode.Sequence list)
        {
            var (below, all) = (path, problems);
            return list.Items.Select((item, i) => new YamlPlace(
                item, item.Line, string.Create(CultureInfo.InvariantCulture, $"{below}/{i + 1}"), all));
        }

        if (node is not null && !node.IsEmpty)
        {
            Note("must be a list");
        }

        return [];
    }

    public string Text(string absent)
    {
        if (node is null)
        {
            return absent;
        }

        return node is YamlNode.Scalar scalar && !scalar.IsEmpty ? scalar.Text : Note("must be a text", absent);
    }

    public double Number(double absent)
    {
        if (node is null)
        {
            return absent;
        }

        return Plain() is { } text
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && double.IsFinite(value)
            ? value
            : Note("must be a number", absent);
    }

    public int Whole(int absent)
    {
        if (node is null)
        {
            return absent;
        }

        return Plain() is { } text
            && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : Note("must be a whole number", absent);
    }

    public bool Flag(bool absent) => node is null ? absent : Plain() switch
    {
        "true" => true,
        "false" => false,
        _ => Note("must be true or false", absent),
    };

    public TimeSpan Span(TimeSpan absent)
    {
        if (node is null)
        {
            return absent;
        }

        return Plain() is { } text && YamlDuration.Parse(text) is { } span
            ? span
            : Note("must be a duration such as 20s, 2m, 1h30m or 7d", absent);
    }

    /// <summary>One of an enumeration's words, in lower case.</summary>
    public T Word<T>(T absent)
        where T : struct, Enum
    {
        if (node is null)
        {
            return absent;
        }

        return Plain() is { } text && YamlWords.Find<T>(text) is { } word
            ? word
            : Note($"must be one of {string.Join(", ", YamlWords.Of<T>())}", absent);
    }

    public void Note(string rule) => problems.Add(line, path, rule);

    private T Note<T>(string rule, T value)
    {
        Note(rule);
        return value;
    }

    private string? Plain() => node is YamlNode.Scalar { IsPlain: true, Text: var text } ? text : null;

    private IReadOnlyList<YamlEntry> Entries() => node is YamlNode.Mapping mapping ? mapping.Entries : [];

    private string Below(string name) => path.Length == 0 ? name : $"{path}/{name}";
}
