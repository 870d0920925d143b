using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace SupportGrid.Tidy.Tests;

/// <summary>The arrows of ARCHITECTURE.md: a project refers to these projects of ours and to no others.</summary>
public sealed partial class ReferenceTests
{
<<<<<<< HEAD
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["SupportGrid.Kernel"] = [],
        ["SupportGrid.Domain"] = ["SupportGrid.Kernel"],
        ["SupportGrid.Api"] = [],
        ["SupportGrid.Contracts"] = ["SupportGrid.Domain"],
        ["SupportGrid.EventStore"] = [],
        ["SupportGrid.EventSourcing"] = ["SupportGrid.Contracts", "SupportGrid.EventStore"],
        ["SupportGrid.Client"] = ["SupportGrid.Api"],
        ["SupportGrid.Hosting"] = [],
        ["SupportGrid.Empathy"] = [],
        ["SupportGrid.Silo"] = ["SupportGrid.Contracts", "SupportGrid.EventSourcing", "SupportGrid.EventStore", "SupportGrid.Hosting"],
        ["SupportGrid.Gateway"] = ["SupportGrid.Api", "SupportGrid.Contracts", "SupportGrid.EventStore", "SupportGrid.Hosting"],
        ["SupportGrid.Replay"] = ["SupportGrid.Client"],
        ["SupportGrid.Train"] = ["SupportGrid.Empathy"],
        ["SupportGrid.Standalone"] = ["SupportGrid.Gateway", "SupportGrid.Hosting", "SupportGrid.Replay", "SupportGrid.Silo"],
    };
=======
    private static readonly IReadOnlyDictionary<string, string[]> Allowed = Row().Matches(Repository.Read("ARCHITECTURE.md"))
        .ToDictionary(
            m => m.Groups["project"].Value,
            m => Word().Matches(m.Groups["arrows"].Value).Select(w => "SupportGrid." + w.Value).ToArray());
>>>>>>> 06f307d (Export the traces that there are, keep exact call rates by the clock, and hold references to the table of the architecture)

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
    public void Product_code_refers_to_no_tests() => Assert.Empty(Allowed
        .Where(row => !Projects().Any(f => f.StartsWith("tests/", StringComparison.Ordinal) && f.EndsWith($"/{row.Key}.csproj", StringComparison.Ordinal)))
        .SelectMany(row => row.Value)
        .Where(r => r.EndsWith(".Testing", StringComparison.Ordinal) || r.EndsWith(".Tests", StringComparison.Ordinal)));

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

    /// <summary>Tests refer to what they test, whatever that is.</summary>
    private static bool IsTests(string file) => file.EndsWith(".Tests.csproj", StringComparison.Ordinal);

    [GeneratedRegex(@"^\| `\w+/(?<project>SupportGrid\.[\w.]+)` \|.*\| (?<arrows>[^|]*) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
