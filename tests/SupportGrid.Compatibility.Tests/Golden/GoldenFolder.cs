using System.Runtime.CompilerServices;

namespace SupportGrid.Compatibility.Tests.Golden;

/// <summary>
/// Files that say what was once written. With <c>UPDATE_GOLDEN=1</c> in the environment missing ones are written;
/// existing ones never change, for logs hold such bodies for ever.
/// </summary>
internal static class GoldenFolder
{
    public static bool IsUpdating { get; } = Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1";

    public static string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Here(), .. parts]);

    /// <summary>The file's text; written first if it is missing and may be.</summary>
    public static string Read(string path, string actual)
    {
        if (!File.Exists(path) && IsUpdating)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
        }

        Assert.True(File.Exists(path), $"{path} is missing; run the tests with UPDATE_GOLDEN=1 and commit it.");
        return File.ReadAllText(path);
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
