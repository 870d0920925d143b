using System.Text.Json;

namespace SupportGrid.Web.Tests.Hosting;

/// <summary>An accessibility scan of what a page shows now.</summary>
internal static class Scan
{
    private const string Run = """
        async () => {
          const { violations } = await axe.run(document, { resultTypes: ["violations"] });
          return violations.filter((found) => found.impact === "serious" || found.impact === "critical")
            .map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.html} ${node.failureSummary}`).join(" | ")}`);
        }
        """;

    /// <summary>Serious findings in words; none where the page is well.</summary>
    public static async Task<string[]> FindingsAsync(Visitor visitor)
    {
        var axe = Path.Combine(Machine.Web, "node_modules", "axe-core", "axe.min.js");
        await visitor.Page.EvaluateAsync(await File.ReadAllTextAsync(axe));
        var found = await visitor.Page.EvaluateAsync<JsonElement>(Run);
        return [.. found.EnumerateArray().Select(static text => text.GetString()!)];
    }
}
