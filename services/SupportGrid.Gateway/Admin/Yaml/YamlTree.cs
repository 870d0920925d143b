using SupportGrid.Gateway.Edge;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SupportGrid.Gateway.Admin.Yaml;

/// <summary>
/// Builds the nodes of one YAML document. Only what a configuration needs is understood: no anchors, aliases or tags,
/// so that a text means what it shows and a small one cannot grow.
/// </summary>
internal sealed class YamlTree
{
    /// <summary>Some editors begin a text with it; it is no part of what was written.</summary>
    private const char ByteOrderMark = '\uFEFF';

    private readonly Parser _parser;
    private readonly YamlProblems _problems;

    private YamlTree(TextReader text, string path, YamlProblems problems, CancellationToken cancelled)
    {
        _parser = new Parser(new YamlTokens(text, path, cancelled));
        _problems = problems;
    }

    /// <returns>
    /// The root; null if the text is no YAML or too much of it, which is then among the problems.
    /// </returns>
    /// <exception cref="OperationCanceledException">Nobody waits for the tree any more.</exception>
    public static YamlNode? Parse(
        string text, string path, YamlProblems problems, CancellationToken cancelled = default)
    {
        using var reader = new StringReader(text.StartsWith(ByteOrderMark) ? text[1..] : text);
        var tree = new YamlTree(reader, path, problems, cancelled);
        try
        {
            return tree.Document(path);
        }
        catch (TooMuchYamlException e)
        {
            problems.Add(e.Problem);
            return null;
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

    private static string FirstLine(string message) =>
        ShortText.Cut(message.Split('\n', 2)[0].Trim(), YamlLimits.ParserWordsBytesMax);

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
            return scalar.Value.Length <= YamlLimits.ValueLengthMax
                ? new YamlNode.Scalar(scalar.Value, scalar.Style == ScalarStyle.Plain, LineOf(scalar))
                : Refuse(scalar, path, $"must have at most {YamlLimits.ValueLengthMax} characters");
        }

        if (depth == YamlLimits.DepthMax)
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
            Count(items.Count, path);
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
            Count(entries.Count, path);
            if (Key(path) is not { } key)
            {
                _parser.SkipThisAndNestedEvents();
                continue;
            }

            var (name, line) = key;
            var below = path.Length == 0 ? name : $"{path}/{name}";
            var value = Node(below, depth + 1);
            if (keys.Add(name))
            {
                entries.Add(new YamlEntry(name, line, value));
            }
            else
            {
                _problems.Add(line, below, "is written twice");
            }
        }

        return new YamlNode.Mapping(entries, LineOf(start));
    }

    private void Count(int before, string path)
    {
        var max = YamlLimits.EntriesMax(path);
        if (before == max)
        {
            throw new TooMuchYamlException(LineNow, path, $"must have at most {max} entries");
        }
    }

    /// <returns>Null for what cannot be a key; the value after it is still to be passed over.</returns>
    private (string Name, int Line)? Key(string path)
    {
        if (_parser.TryConsume<Scalar>(out var key))
        {
            CheckPlain(key, path);
            if (key.Value.Length <= YamlLimits.KeyLengthMax)
            {
                return (key.Value, LineOf(key));
            }

            _problems.Add(LineOf(key), path, $"must have keys of at most {YamlLimits.KeyLengthMax} characters");
            return null;
        }

        var at = _parser.Current!;
        _parser.SkipThisAndNestedEvents();
        _problems.Add(LineOf(at), path, "must have plain keys");
        return null;
    }
}
