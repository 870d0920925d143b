namespace SupportGrid.Tidy.Tests;

/// <summary>Caps, not averages: what hurts in a large code base is the tail.</summary>
public sealed class SizeTests
{
    private const int FileLinesMax = 400;
    private const int LineColumnsMax = 120;

    /// <summary>
    /// Lines that are longer all the same. A ratchet: whoever breaks some of them lowers the number; it never grows.
    /// </summary>
    private const int LongLinesMax = 547;

    [Fact]
    public void No_source_file_is_longer_than_a_reader_can_hold_in_mind() =>
        AssertNone(Sources().Where(f => Repository.Lines(f).Length > FileLinesMax));

    [Fact]
    public void No_more_lines_are_too_long_to_read_than_there_were()
    {
        var found = Sources().SelectMany(f => Repository.Lines(f)
            .Select((line, index) => (line, index))
            .Where(l => l.line.Length > LineColumnsMax)
            .Select(l => $"{f}:{l.index + 1}")).ToList();
        Assert.True(
            found.Count <= LongLinesMax,
            $"{found.Count} lines have more than {LineColumnsMax} columns, and {LongLinesMax} may:\n{string.Join('\n', found)}");
    }

    [Fact]
    public void No_source_file_leaves_work_for_later() =>
        AssertNone(Sources()
            .Where(f => !f.StartsWith("tests/SupportGrid.Tidy.Tests/", StringComparison.Ordinal))
            .Where(f => Repository.Read(f) is var text
                && (text.Contains("TO" + "DO", StringComparison.Ordinal) || text.Contains("FIX" + "ME", StringComparison.Ordinal))));

    private static IEnumerable<string> Sources() => Repository.Files(".cs", ".py");

    private static void AssertNone(IEnumerable<string> found) => Assert.Empty(found);
}
