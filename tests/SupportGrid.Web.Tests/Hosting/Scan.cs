using System.Text.Json;
using Microsoft.Playwright;

namespace SupportGrid.Web.Tests.Hosting;

/// <summary>
/// An accessibility scan of what a page shows now: the rules of axe, those for WCAG 2.2 AA among them.
/// </summary>
internal static class Scan
{
    private const string Run = """
        async () => {
          const { violations } = await axe.run(document, {
            resultTypes: ["violations"], rules: { "target-size": { enabled: true } },
          });
          return violations.filter((found) => found.impact === "serious" || found.impact === "critical")
            .map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.html} ${node.failureSummary}`).join(" | ")}`);
        }
        """;

    /// <summary>Fails with what is serious or worse, a line each.</summary>
    public static async Task IsCleanAsync(IPage page, string name)
    {
        // Evaluated, not added as a script: the page's policy allows no script that is not its own.
        var axe = Path.Combine(Machine.Web, "node_modules", "axe-core", "axe.min.js");
        await page.EvaluateAsync(await File.ReadAllTextAsync(axe));
        var found = await page.EvaluateAsync<JsonElement>(Run);
        var findings = found.EnumerateArray().Select(static text => text.GetString()!).ToList();
        Assert.True(findings.Count == 0, $"{name}:\n{string.Join('\n', findings)}");
    }
}
