using System.Text.RegularExpressions;
using Grpc.Core;

namespace SupportGrid.Gateway.Tests.Whole.Refusals;

/// <summary>What shared/docs/errors.md says.</summary>
internal static partial class RefusalPages
{
    /// <summary>The folder of the repository.</summary>
    public static string Root { get; } = FindRoot();

    private static string Text { get; } = File.ReadAllText(Path.Combine(Root, "shared", "docs", "errors.md"));

    /// <summary>The status of every reason.</summary>
    public static IReadOnlyDictionary<string, StatusCode> Statuses { get; } = Refusal().Matches(Text).ToDictionary(
        m => m.Groups["code"].Value,
        m => Enum.Parse<StatusCode>(m.Groups["status"].Value.Replace("_", "", StringComparison.Ordinal), true));

    /// <summary>
    /// Reasons that no call reaches, with the test of the rules that reaches them: its class and its name.
    /// </summary>
    public static IReadOnlyDictionary<string, (string Class, string Test)> Unreachable { get; } =
        BehindTheEdge().Matches(Text).ToDictionary(
            m => m.Groups["code"].Value, m => (m.Groups["class"].Value, m.Groups["test"].Value));

    /// <summary>Reasons of errors that are no refusals, with their status.</summary>
    public static IReadOnlyDictionary<string, StatusCode> Reasons { get; } = Reason().Matches(Text).ToDictionary(
        m => m.Groups["code"].Value,
        m => Enum.Parse<StatusCode>(m.Groups["status"].Value.Replace("_", "", StringComparison.Ordinal), true));

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

    [GeneratedRegex(@"^\| `(?<code>[A-Z_]+)` \| `(?<status>[A-Z_]+)` \| [A-Z].*\. \|$", RegexOptions.Multiline)]
    private static partial Regex Refusal();

    [GeneratedRegex(@"^\| `(?<code>[A-Z_]+)` \| `(?<status>[A-Z_]+)` \| (yes|no)[^|]* \| .*\|$", RegexOptions.Multiline)]
    private static partial Regex Reason();

    [GeneratedRegex(@"^\| `(?<code>[A-Z_]+)` \| .* \| `(?<class>\w+)\.(?<test>\w+)` \|$", RegexOptions.Multiline)]
    private static partial Regex BehindTheEdge();
}
