using System.IO.Compression;
using System.Text.RegularExpressions;
using SupportGrid.Web.Tests.Hosting;

namespace SupportGrid.Web.Tests.Checks;

/// <summary>What a visitor of somebody else's page loads.</summary>
public sealed partial class ChatSizeTests
{
    /// <summary>Bytes of all scripts of the chat, with the gRPC-Web client, compressed.</summary>
    private const int ScriptsGzipBytesMax = 60 * 1024;

    /// <summary>Bytes of the script that the page itself loads, compressed.</summary>
    private const int WidgetGzipBytesMax = 4 * 1024;

    private static readonly string Dist = Path.Combine(AppContext.BaseDirectory, "web");

    [NodeFact]
    public void Scripts_OfTheChat_KeepTheirBudget()
    {
        var page = File.ReadAllText(Path.Combine(Dist, "chat.html"));
        string[] scripts = ["/chat/widget.js", .. Script().Matches(page).Select(m => m.Value)];
        var sizes = scripts.Distinct().ToDictionary(s => s, Gzip);
        Assert.True(
            sizes.Values.Sum() <= ScriptsGzipBytesMax,
            $"{sizes.Values.Sum()} bytes, and {ScriptsGzipBytesMax} may be: {string.Join(", ", sizes)}");
        Assert.InRange(sizes["/chat/widget.js"], 1, WidgetGzipBytesMax);
    }

    [NodeFact]
    public void Widget_AsBuilt_HasNoImportAndLeavesNothingGlobal()
    {
        var script = File.ReadAllText(Path.Combine(Dist, "chat", "widget.js"));
        Assert.StartsWith("(()=>{", script, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\bimport\b", script);
    }

    [NodeFact]
    public void Chat_AsBuilt_HasNoReact()
    {
        var page = File.ReadAllText(Path.Combine(Dist, "chat.html"));
        Assert.All(Script().Matches(page), m => Assert.DoesNotContain(
            "react", File.ReadAllText(Path.Combine(Dist, m.Value.TrimStart('/'))), StringComparison.OrdinalIgnoreCase));
    }

    private static long Gzip(string path)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(File.ReadAllBytes(Path.Combine(Dist, path.TrimStart('/'))));
        }

        return packed.Length;
    }

    [GeneratedRegex("/assets/[^\"]+\\.js")]
    private static partial Regex Script();
}
