using SupportGrid.Train.Evaluation;

namespace SupportGrid.Empathy.Tests;

/// <summary>
/// A test that needs the folder of published sets, which lies beside the repository and is not part of it. Where it is
/// absent the test is reported as skipped, with the reason.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute() => Skip = SharedData.WhyAbsent;
}

/// <summary>As <see cref="SharedDataFactAttribute"/>, for theories.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedDataTheoryAttribute : TheoryAttribute
{
    public SharedDataTheoryAttribute() => Skip = SharedData.WhyAbsent;
}

/// <summary>The folder of published sets.</summary>
internal static class SharedData
{
    private static readonly DataFolder? Found = DataFolder.Find(null);

    public static string? WhyAbsent { get; } = Found is null
        ? $"The folder of published sets, shared/data, was not found beside the repository; {DataFolder.Variable} may name its parent."
        : null;

    public static DataFolder Folder => Found ?? throw new InvalidOperationException(WhyAbsent);
}
