using System.Xml.Linq;

namespace SupportGrid.Tidy.Tests;

/// <summary>The arrows of ARCHITECTURE.md: a project refers to these projects of ours and to no others.</summary>
public sealed class ReferenceTests
{
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

    [Fact]
    public void References_follow_the_arrows()
    {
        foreach (var (project, allowed) in Allowed)
        {
            var name = $"{project}.csproj";
            var file = Assert.Single(Repository.Files(name), f => f.EndsWith("/" + name, StringComparison.Ordinal));
            var references = XDocument.Parse(Repository.Read(file)).Descendants("ProjectReference")
                .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value));
            Assert.All(references, r => Assert.True(allowed.Contains(r), $"{project} refers to {r}, which is no arrow of the architecture."));
        }
    }

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
}
