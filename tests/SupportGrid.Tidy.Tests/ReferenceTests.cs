using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace SupportGrid.Tidy.Tests;

/// <summary>The arrows of ARCHITECTURE.md: a project refers to these projects of ours and to no others.</summary>
public sealed partial class ReferenceTests
{
    private static readonly IReadOnlyDictionary<string, string[]> Allowed = Row().Matches(Repository.Read("ARCHITECTURE.md"))
        .ToDictionary(
            m => m.Groups["project"].Value,
            m => Word().Matches(m.Groups["arrows"].Value).Select(w => "SupportGrid." + w.Value).ToArray());

    [Fact]
    public void References_follow_the_arrows()
    {
        foreach (var file in Projects().Where(f => !IsTests(f)))
        {
            var project = Path.GetFileNameWithoutExtension(file);
            Assert.True(Allowed.TryGetValue(project, out var allowed), $"{project} is not in the table of ARCHITECTURE.md.");
            var references = XDocument.Parse(Repository.Read(file)).Descendants("ProjectReference")
                .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value));
            Assert.All(
                references, r => Assert.True(allowed.Contains(r), $"{project} refers to {r}, which is no arrow of the architecture."));
        }
    }

    [Fact]
    public void Every_line_of_the_table_is_a_project() => Assert.Empty(
        Allowed.Keys.Except(Projects().Select(f => Path.GetFileNameWithoutExtension(f))));

    [Fact]
    public void Product_code_refers_to_no_tests() => Assert.DoesNotContain(
        Allowed.Where(row => !IsBesideTests(row.Key)).SelectMany(row => row.Value),
        r => r.EndsWith(".Testing", StringComparison.Ordinal) || r.EndsWith(".Tests", StringComparison.Ordinal));

    [Fact]
    public void Only_the_edition_file_names_the_substitutes()
    {
        var named = Repository.Files(".csproj")
            .Where(f => f.StartsWith("shared/SupportGrid", StringComparison.Ordinal) || f.StartsWith("services/", StringComparison.Ordinal))
            .Where(f => Repository.Read(f).Contains("SupportGrid.Substitutes", StringComparison.Ordinal));
        Assert.Empty(named);
    }

    [Fact]
    public void Product_code_sees_only_the_real_namespaces()
    {
        var seeing = Repository.Files(".cs")
            .Where(f => f.StartsWith("shared/SupportGrid", StringComparison.Ordinal) || f.StartsWith("services/", StringComparison.Ordinal))
            .Where(f => Repository.Read(f).Contains("SupportGrid.Substitutes", StringComparison.Ordinal));
        Assert.Empty(seeing);
    }

    private static IEnumerable<string> Projects() => Repository.Files(".csproj")
        .Where(f => !f.StartsWith("shared/substitutes/", StringComparison.Ordinal));

    private static bool IsBesideTests(string project) => Projects().Any(f =>
        f.StartsWith("tests/", StringComparison.Ordinal) && f.EndsWith($"/{project}.csproj", StringComparison.Ordinal));

    /// <summary>Tests refer to what they test, whatever that is.</summary>
    private static bool IsTests(string file) => file.EndsWith(".Tests.csproj", StringComparison.Ordinal);

    [GeneratedRegex(@"^\| `\w+/(?<project>SupportGrid\.[\w.]+)` \|.*\| (?<arrows>[^|]*) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"\w+(?:\.\w+)*")]
    private static partial Regex Word();
}
