namespace SupportGrid.Web.Tests.Hosting;

/// <summary>What the tests need of the machine. Absent: skipped with the reason; in CI they run and fail.</summary>
internal static class Machine
{
    public static string Chromium { get; } = Environment.GetEnvironmentVariable("SG_CHROMIUM") ?? "/usr/bin/chromium";

    public static string Root { get; } = FindRoot();

    public static string Web { get; } = Path.Combine(Root, "services", "web");

    public static string Screenshots { get; } = Path.Combine(Root, "shared", "docs", "screenshots");

    private static bool HasPages => File.Exists(Path.Combine(AppContext.BaseDirectory, "web", "index.html"));

    private static bool IsCi => Environment.GetEnvironmentVariable("CI") == "true";

    public static string? WhyNoNode => HasPages || IsCi ? null : "needs Node.js, with which the pages are built";

    public static string? WhyNoBrowser =>
        WhyNoNode ?? (File.Exists(Chromium) || IsCi ? null : "needs Debian's chromium");

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SupportGrid.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName
            ?? throw new InvalidOperationException("SupportGrid.sln is in no folder above the tests.");
    }
}

/// <summary>A test that needs Node.js and the pages that were built with it.</summary>
public sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute() => Skip = Machine.WhyNoNode;
}

/// <summary>A test that looks at the pages in a browser.</summary>
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Machine.WhyNoBrowser;
}

/// <summary>The same with rows.</summary>
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = Machine.WhyNoBrowser;
}
