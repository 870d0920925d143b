using System.Text.RegularExpressions;

namespace SupportGrid.Tidy.Tests;

/// <summary>Documents point at things that are there.</summary>
public sealed partial class DocsTests
{
    [Fact]
    public void Every_relative_link_of_a_document_leads_somewhere()
    {
        var broken = Repository.Files(".md").SelectMany(file => Link().Matches(Repository.Read(file))
            .Select(m => m.Groups["target"].Value.Split('#')[0])
            .Where(t => t.Length > 0 && !t.Contains("://", StringComparison.Ordinal))
            .Where(t => !Exists(file, t))
            .Select(t => $"{file} → {t}"));
        Assert.Empty(broken);
    }

    [Fact]
    public void Every_decision_record_names_its_negative_consequences() =>
        Assert.All(
            Repository.Files(".md").Where(f => f.Contains("/adr/", StringComparison.Ordinal)),
            f => Assert.Contains("## Negative consequences", Repository.Read(f), StringComparison.Ordinal));

    [Fact]
    public void Every_exempted_analyzer_rule_has_a_reason_on_the_line_before()
    {
        foreach (var file in Repository.Files(".globalconfig"))
        {
            var lines = Repository.Lines(file);
            for (var i = 0; i < lines.Length; i++)
            {
                if (lines[i].StartsWith("dotnet_diagnostic.", StringComparison.Ordinal))
                {
                    Assert.True(i > 0 && lines[i - 1].StartsWith('#'), $"{file}:{i + 1} gives no reason.");
                }
            }
        }
    }

    private static bool Exists(string file, string target)
    {
        var path = Path.GetFullPath(Path.Combine(Repository.Root, Path.GetDirectoryName(file) ?? "", target));
        return File.Exists(path) || Directory.Exists(path);
    }

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();
}
