using System.Text.Json;
using SupportGrid.Contracts.Events;
using SupportGrid.Domain.Customers;
using SupportGrid.Domain.Interactions;
using SupportGrid.Functional.Tests.Clients;
using SupportGrid.Standalone.Retention;

namespace SupportGrid.Functional.Tests.Retention;

/// <summary>
/// Every event of an interaction and of a customer that was ever stored, after erasing. A new member that holds words
/// fails here until the eraser takes it, or until somebody says below that it holds none.
/// </summary>
public sealed class TextEraserTests
{
    /// <summary>Members that name things of the contact centre, never what somebody said or is called.</summary>
    private static readonly HashSet<string> WithoutWords = new(StringComparer.Ordinal)
    {
        "agent", "answer", "approach", "at", "author", "because", "by", "cause", "channel", "code", "codes", "cue",
        "customer", "decision", "from", "fromAgent", "fromQueue", "id", "interaction", "kind", "label", "language",
        "lastAgent", "level", "messageId", "mode", "model", "offer", "outcome", "provider", "queue", "reason", "routingGroup",
        "rule",
        "rules", "silenced", "skill", "source", "to", "toAgent", "toQueue", "trajectory", "type", "until",
        "wrapUpCode",
    };

    public static TheoryData<string> Stored() => new(
        Directory.EnumerateFiles(Golden).Select(static f => Path.GetFileName(f)!).Order(StringComparer.Ordinal));

    private static string Golden =>
        Path.Combine(Tool.Root, "tests", "SupportGrid.Compatibility.Tests", "Golden", "events");

    [Theory]
    [MemberData(nameof(Stored))]
    public void No_words_stay(string file)
    {
        var parts = file.Split('.');
        var version = int.Parse(parts[1][1..], System.Globalization.CultureInfo.InvariantCulture);
        var body = EventCodec.Default.Decode(parts[0], version, File.ReadAllBytes(Path.Combine(Golden, file)));
        if (body is not (InteractionEvent or CustomerEvent))
        {
            return;
        }

        using var erased = JsonDocument.Parse(EventCodec.Default.Encode(TextEraser.Of(body)).Data);

        Assert.DoesNotContain(Words(erased.RootElement, ""), static w => !WithoutWords.Contains(w.Member));
    }

    private static IEnumerable<(string Member, string Text)> Words(JsonElement element, string member) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().SelectMany(static p => Words(p.Value, p.Name)),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(e => Words(e, member)),
            JsonValueKind.String when IsWords(element.GetString()!) => [(member, element.GetString()!)],
            _ => [],
        };

    private static bool IsWords(string text) =>
        text.Length > 0 && !DateTimeOffset.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out _)
        && !TimeSpan.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out _);
}
