using System.Text.Json;
using Microsoft.Playwright;

namespace SupportGrid.Web.Tests.Hosting;

/// <summary>The accessibility rules of axe, WCAG 2.2 A and AA, run inside of a page.</summary>
internal static class ChatScan
{
    private const string Run = """
        async () => {
          const found = await axe.run(document, {
            runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], rules: { "target-size": { enabled: true } },
          });
          return JSON.stringify(found.violations
            .filter((v) => v.impact === "serious" || v.impact === "critical")
            .map((v) => `${v.id}: ${v.help} ${v.nodes.map((n) => n.target.join(" ")).join(", ")}`));
        }
        """;

    /// <summary>What is serious or worse, a line each.</summary>
    public static async Task<IReadOnlyList<string>> SeriousAsync(IPage page)
    {
        // Evaluated, not added as a script: the page's policy allows no script that is not its own.
        var source = Path.Combine(Machine.Web, "node_modules", "axe-core", "axe.min.js");
        await page.EvaluateAsync(await File.ReadAllTextAsync(source));
        return JsonSerializer.Deserialize<string[]>(await page.EvaluateAsync<string>(Run))!;
    }
}
