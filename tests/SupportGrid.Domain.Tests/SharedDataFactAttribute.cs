namespace SupportGrid.Domain.Tests;

/// <summary>
/// A test that needs the folder of published reference data, which lies beside the repository and is not part of it.
/// Where it is absent the test is reported as skipped, with the reason.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute()
    {
        if (SharedData.Folder is null)
        {
            Skip = SharedData.WhyAbsent;
        }
    }
}

/// <summary>As <see cref="SharedDataFactAttribute"/>, for theories.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedDataTheoryAttribute : TheoryAttribute
{
    public SharedDataTheoryAttribute()
    {
        if (SharedData.Folder is null)
        {
            Skip = SharedData.WhyAbsent;
        }
    }
}

/// <summary>
/// Finds the folder <c>shared/oracles</c> beside the repository: going up from the test, or by environment.
/// </summary>
internal static class SharedData
{
    private const string Variable = "SUPPORTGRID_SHARED_DATA";

    public const string WhyAbsent =
        $"The folder of published reference data was not found beside the repository; {Variable} may name it.";

    /// <summary>The folder that contains <c>oracles</c>, or null.</summary>
    public static string? Folder { get; } = Candidates().FirstOrDefault(static f => Directory.Exists(Path.Combine(f, "oracles")));

    private static IEnumerable<string> Candidates()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
        {
            yield return named;
        }

        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            yield return Path.Combine(at.FullName, "shared");
        }
    }
}
