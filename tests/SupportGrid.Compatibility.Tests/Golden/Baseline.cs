namespace SupportGrid.Compatibility.Tests.Golden;

/// <summary>
/// A list of what outlives a process or a version, one line each. It only grows: a line that was once in it is met by
/// every later build, so a rename fails. With <c>UPDATE_GOLDEN=1</c> new lines are added.
/// </summary>
internal static class Baseline
{
    public static void OnlyGrows(string file, IEnumerable<string> lines)
    {
        var path = GoldenFolder.PathOf(file);
        var today = lines.Order(StringComparer.Ordinal).ToArray();
        Assert.NotEmpty(today);
        Assert.Equal(today.Length, today.Distinct(StringComparer.Ordinal).Count());
        var before = File.Exists(path) ? File.ReadAllLines(path) : [];

        var gone = before.Except(today).ToArray();
        Assert.True(gone.Length == 0, $"{file} has lines that this build does not meet any more: {string.Join("; ", gone)}");
        if (GoldenFolder.IsUpdating)
        {
            File.WriteAllLines(path, today);
            return;
        }

        var added = today.Except(before).ToArray();
        Assert.True(
            added.Length == 0,
            $"{file} lacks {string.Join("; ", added)}; run the tests with UPDATE_GOLDEN=1 and commit it.");
    }
}
