using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SupportGrid.Gateway.Admin.Yaml;

/// <summary>
/// Builds the nodes of one YAML document. Only what a configuration needs is understood: no anchors, aliases or tags,
/// so that a text means what it shows and a small one cannot grow.
/// </summary>
internal sealed class YamlTree
{
    /// <summary>Levels of nesting.</summary>
    private const int DepthMax = 16;

    private readonly Parser _parser;
    private readonly YamlProblems _problems;

    private YamlTree(string text, YamlProblems problems)
    {
        _parser = new Parser(new StringReader(text));
        _problems = problems;
    }

    /// <returns>The root; null if the text is no YAML, which is then among the problems.</returns>
    public static YamlNode? Parse(string text, string path, YamlProblems problems)
    {
        var tree = new YamlTree(text, problems);
        try
        {
            return tree.Document(path);
        }
        catch (YamlException e)
        {
            problems.Add((int)e.Start.Line, path, $"is not readable as YAML: {FirstLine(e.Message)}");
            return null;
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            // The scanner falls over some broken texts without saying where; the last thing that it understood is near.
            problems.Add(tree.LineNow, path, "is not readable as YAML");
            return null;
        }
    }

    private int LineNow => _parser.Current is { } last ? LineOf(last) : 0;

    private static string FirstLine(string message) => message.Split('\n')[0].Trim();

    private static int LineOf(ParsingEvent @event) => (int)@event.Start.Line;

    private YamlNode Document(string path)
    {
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out _))
        {
            return new YamlNode.Scalar("", IsPlain: true, Line: 1);
        }

        _parser.Consume<DocumentStart>();
        var root = Node(path, depth: 0);
        _parser.Consume<DocumentEnd>();
        if (!_parser.Accept<StreamEnd>(out var next))
        {
            _problems.Add(next is null ? 0 : LineOf(next), path, "must be one document");
        }

        return root;
    }

    private YamlNode Node(string path, int depth)
    {
        if (_parser.TryConsume<AnchorAlias>(out var alias))
        {
            return Refuse(alias, path, "must not be an alias");
        }

        if (_parser.Accept<NodeEvent>(out var node))
        {
            CheckPlain(node, path);
        }

        if (_parser.TryConsume<Scalar>(out var scalar))
        {
            return new YamlNode.Scalar(scalar.Value, scalar.Style == ScalarStyle.Plain, LineOf(scalar));
        }

        if (depth == DepthMax)
        {
            var at = _parser.Current!;
            _parser.SkipThisAndNestedEvents();
            return Refuse(at, path, "is nested too deeply");
        }

        return _parser.TryConsume<SequenceStart>(out var sequence)
            ? Sequence(sequence, path, depth)
            : Mapping(_parser.Consume<MappingStart>(), path, depth);
    }

    private YamlNode.Scalar Refuse(ParsingEvent at, string path, string rule)
    {
        _problems.Add(LineOf(at), path, rule);
        return new YamlNode.Scalar("", IsPlain: true, LineOf(at));
    }

    private void CheckPlain(NodeEvent node, string path)
    {
        if (!node.Anchor.IsEmpty)
        {
            _problems.Add(LineOf(node), path, "must not carry an anchor");
        }

        if (!node.Tag.IsEmpty)
        {
            _problems.Add(LineOf(node), path, "must not carry a tag");
        }
    }

    private YamlNode.Sequence Sequence(SequenceStart start, string path, int depth)
    {
        var items = new List<YamlNode>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(Node($"{path}/{items.Count + 1}", depth + 1));
        }

        return new YamlNode.Sequence(items, LineOf(start));
    }

    private YamlNode.Mapping Mapping(MappingStart start, string path, int depth)
    {
        var entries = new List<YamlEntry>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var (key, line) = Key(path);
            var below = path.Length == 0 ? key : $"{path}/{key}";
            var value = Node(below, depth + 1);
            if (keys.Add(key))
            {
                entries.Add(new YamlEntry(key, line, value));
            }
            else
            {
                _problems.Add(line, below, "is written twice");
            }
        }

        return new YamlNode.Mapping(entries, LineOf(start));
    }

    private (string Key, int Line) Key(string path)
    {
        if (_parser.TryConsume<Scalar>(out var key))
        {
            CheckPlain(key, path);
            return (key.Value, LineOf(key));
        }

        var at = _parser.Current!;
        _parser.SkipThisAndNestedEvents();
        _problems.Add(LineOf(at), path, "must have plain keys");
        return ("", LineOf(at));
    }
}
