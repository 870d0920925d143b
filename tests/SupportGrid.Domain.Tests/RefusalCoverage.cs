using System.Runtime.CompilerServices;

namespace SupportGrid.Domain.Tests;

/// <summary>
/// Which refusals the scenarios produce: a test that ends in <c>ThenRefused(XRefusals.Name)</c> proves the one it
/// names,
/// so it is enough to read the tests.
/// </summary>
internal static class RefusalCoverage
{
    public static void AssertEveryOneIsProduced(Type refusals)
    {
        var sources = string.Concat(
            Directory.EnumerateFiles(Here(), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText));
        Assert.All(
            refusals.GetProperties().Where(p => p.PropertyType == typeof(Kernel.Refusal)),
            p => Assert.Contains($"ThenRefused({refusals.Name}.{p.Name})", sources, StringComparison.Ordinal));
    }

    public static void AssertCodesAreStable(IReadOnlyList<string> codes)
    {
        Assert.Equal(codes.Count, codes.Distinct(StringComparer.Ordinal).Count());
        Assert.All(codes, code => Assert.Matches("^[A-Z]+(_[A-Z]+)*$", code));
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
