using YamlDotNet.Core;
using YamlDotNet.Core.Tokens;

namespace SupportGrid.Gateway.Admin.Yaml;

/// <summary>
/// Stands between scanner and parser: lets no text through that is nested beyond all measure, and none whose reader is
/// gone. Scanner and parser work with the square of the depth and cannot be stopped themselves; the scanner looks ahead
/// by a line of 1024 characters at most.
/// </summary>
internal sealed class YamlTokens(TextReader text, string path, CancellationToken cancelled) : IScanner
{
    private readonly Scanner _scanner = new(text);
    private int _depth;

    public Mark CurrentPosition => _scanner.CurrentPosition;

    public Token? Current => _scanner.Current;

    public bool MoveNext() => Pass(_scanner.MoveNext());

    public bool MoveNextWithoutConsuming()
    {
        var before = _scanner.Current;
        var moved = _scanner.MoveNextWithoutConsuming();
        return ReferenceEquals(before, _scanner.Current) ? moved : Pass(moved);
    }

    public void ConsumeCurrent() => _scanner.ConsumeCurrent();

    private bool Pass(bool moved)
    {
        cancelled.ThrowIfCancellationRequested();
        switch (_scanner.Current)
        {
            case FlowSequenceStart or FlowMappingStart or BlockSequenceStart or BlockMappingStart:
                Deeper();
                break;
            case FlowSequenceEnd or FlowMappingEnd or BlockEnd:
                _depth--;
                break;
        }

        return moved;
    }

    private void Deeper()
    {
        if (++_depth > YamlLimits.ParserDepthMax)
        {
            throw new TooMuchYamlException((int)CurrentPosition.Line, path, "is nested too deeply");
        }
    }
}
