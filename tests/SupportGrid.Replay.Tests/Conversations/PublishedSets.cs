namespace SupportGrid.Replay.Tests.Conversations;

/// <summary>The published sets, which lie beside the repository and are not part of it.</summary>
internal static class PublishedSets
{
    private const string Variable = "SUPPORTGRID_SHARED_DATA";

    /// <summary>Null when they are not there.</summary>
    public static string? Folder { get; } = Candidates().FirstOrDefault(f => File.Exists(Path.Combine(f, "mwoz.jsonl.gz")));

    private static IEnumerable<string> Candidates()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
        {
            yield return Path.Combine(named, "data", "satisfaction");
        }

        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            yield return Path.Combine(at.FullName, "shared", "data", "satisfaction");
        }
    }
}

/// <summary>A theory that needs the published sets; without them it is reported as skipped, with the reason.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PublishedSetsTheoryAttribute : TheoryAttribute
{
    public PublishedSetsTheoryAttribute() => Skip = PublishedSets.Folder is null
        ? "The published sets, shared/data/satisfaction, were not found beside the repository; SUPPORTGRID_SHARED_DATA may name shared."
        : null;
}
