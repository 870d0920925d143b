namespace SupportGrid.EventStore.Tests.Sqlite;

/// <summary>A fact that needs a disk that can be filled. Skipped where none can be mounted, except in CI: there it fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TmpfsFactAttribute : FactAttribute
{
    private static readonly Lazy<string?> _whyNot = new(Tmpfs.WhyNot);

    public TmpfsFactAttribute()
    {
        if (Environment.GetEnvironmentVariable("CI") != "true")
        {
            Skip = _whyNot.Value;
        }
    }
}
