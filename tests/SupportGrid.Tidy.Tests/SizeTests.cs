namespace SupportGrid.Tidy.Tests;

/// <summary>Caps, not averages: what hurts in a large code base is the tail.</summary>
public sealed class SizeTests
{
    private const int FileLinesMax = 400;
    private const int LineColumnsMax = 140;

    [Fact]
    public void No_source_file_is_longer_than_a_reader_can_hold_in_mind() =>
        AssertNone(Sources().Where(f => Repository.Lines(f).Length > FileLinesMax));

    [Fact]
    public void No_line_is_too_long_to_read() =>
        AssertNone(Sources().SelectMany(f => Repository.Lines(f)
            .Select((line, index) => (line, index))
            .Where(l => l.line.Length > LineColumnsMax && !HasText(l.line))
            .Select(l => $"{f}:{l.index + 1}")));

    [Fact]
    public void No_source_file_leaves_work_for_later() =>
        AssertNone(Sources()
            .Where(f => !f.StartsWith("tests/SupportGrid.Tidy.Tests/", StringComparison.Ordinal))
            .Where(f => Repository.Read(f) is var text
                && (text.Contains("TO" + "DO", StringComparison.Ordinal) || text.Contains("FIX" + "ME", StringComparison.Ordinal))));

    /// <summary>A literal is not broken for the sake of a column: tokens, JSON and log templates stay whole.</summary>
    private static bool HasText(string line) => line.Contains('"', StringComparison.Ordinal);

    private static IEnumerable<string> Sources() => Repository.Files(".cs", ".mjs", ".py");

    private static void AssertNone(IEnumerable<string> found) => Assert.Empty(found);
}
