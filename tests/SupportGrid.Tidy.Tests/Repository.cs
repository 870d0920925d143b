namespace SupportGrid.Tidy.Tests;

/// <summary>The files of the repository as they lie in the working tree.</summary>
internal static class Repository
{
    private static readonly string[] Skipped = ["bin", "obj", "node_modules", ".git", "TestResults", "artifacts", "data"];

    public static string Root { get; } = FindRoot();

    /// <summary>Every file with one of the endings, as paths relative to the root with forward slashes.</summary>
    public static IEnumerable<string> Files(params string[] endings) =>
        Under(new DirectoryInfo(Root))
            .Where(f => endings.Any(e => f.Name.EndsWith(e, StringComparison.Ordinal)))
            .Select(f => Path.GetRelativePath(Root, f.FullName).Replace('\\', '/'));

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    public static string[] Lines(string path) => File.ReadAllLines(Path.Combine(Root, path));

    private static IEnumerable<FileInfo> Under(DirectoryInfo folder)
    {
        foreach (var file in folder.EnumerateFiles())
        {
            yield return file;
        }

        foreach (var file in folder.EnumerateDirectories().Where(d => !Skipped.Contains(d.Name)).SelectMany(Under))
        {
            yield return file;
        }
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SupportGrid.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("SupportGrid.sln is in no folder above the tests.");
    }
}
