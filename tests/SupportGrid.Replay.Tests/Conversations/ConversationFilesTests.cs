using System.IO.Compression;
using System.Text;
using SupportGrid.Replay.Conversations;

namespace SupportGrid.Replay.Tests.Conversations;

public sealed class ConversationFilesTests
{
    private const string Own = """
        {"id":"own-1","language":"de","subject":"A parcel","turns":[{"from":"customer","text":" Where is it? ","at_ms":0},{"from":"agent","text":"On its way.","at_ms":2500},{"from":"agent","text":"  "},{"from":"customer","text":"Thanks"}]}
        """;

    /// <summary>
    /// As MultiWOZ has it: an action and several ratings a turn, and the rating of the whole at the end.
    /// </summary>
    private const string MultiWoz = """
        {"id":"MWOZ-9","turns":[{"role":"USER","text":"A table for two, please.","action":"Restaurant-Inform","sat":[3,4,3]},{"role":"SYSTEM","text":"At what time?","action":"Restaurant-Request"},{"role":"USER","text":"OVERALL","sat":[4,4,3]}]}
        """;

    /// <summary>As Schema-Guided has it: as MultiWOZ, without the domain in the action.</summary>
    private const string SchemaGuided = """
        {"id":"SGD-9","turns":[{"role":"USER","text":"Will it rain in Bern?","action":"INFORM","sat":[3,3,3]},{"role":"SYSTEM","text":"Not before noon.","action":"OFFER"},{"role":"USER","text":"Good.","action":"THANK_YOU","sat":[4,3,3]}]}
        """;

    /// <summary>As ReDial has it: no actions.</summary>
    private const string ReDial = """
        {"id":"ReDial-9","turns":[{"role":"USER","text":"Hi, I like old westerns","sat":[3,3,4]},{"role":"SYSTEM","text":"Have you seen one with trains?"}]}
        """;

    /// <summary>As CCPE has it: the agent begins, and one side may speak several times.</summary>
    private const string Ccpe = """
        {"id":"CCPE-9","turns":[{"role":"SYSTEM","text":"Which films do you like?","action":"OTHER"},{"role":"USER","text":"Quiet ones","action":"OTHER","sat":[2,3,2]},{"role":"USER","text":"without guns","action":"OTHER","sat":[2,3,2]}]}
        """;

    /// <summary>As JDDC has it: exchanges, with nothing where the customer wrote again before an answer came.</summary>
    private const string Jddc = """
        {"id":"jddc-9","overall_sat3":1,"exchanges":[{"user":"包裹在哪里","system":"","act":5},{"user":"您好？","system":"请稍等","act":0,"sat3":1}]}
        """;

    public static TheoryData<string, string, string, string> Samples => new()
    {
        { Own, "own-1", "de", "C:Where is it? A:On its way. C:Thanks" },
        { MultiWoz, "MWOZ-9", "en", "C:A table for two, please. A:At what time?" },
        { SchemaGuided, "SGD-9", "en", "C:Will it rain in Bern? A:Not before noon. C:Good." },
        { ReDial, "ReDial-9", "en", "C:Hi, I like old westerns A:Have you seen one with trains?" },
        { Ccpe, "CCPE-9", "en", "A:Which films do you like? C:Quiet ones C:without guns" },
        { Jddc, "jddc-9", "zh", "C:包裹在哪里 C:您好？ A:请稍等" },
    };

    [Theory]
    [MemberData(nameof(Samples))]
    public void Read_KnownFormat_GivesItsTurns(string line, string id, string language, string turns)
    {
        var conversation = Assert.Single(Read(line));
        Assert.Equal((id, language, turns), (conversation.Id, conversation.Language, Told(conversation)));
    }

    [Fact]
    public void Read_Compressed_IsTheSame()
    {
        using var packed = new MemoryStream(Packed(Own + "\n" + Jddc + "\n"));
        Assert.Equal(Read(Own + "\n" + Jddc).Select(Told), ConversationFiles.Read(packed, "both.jsonl.gz").Select(Told));
    }

    [Fact]
    public void Read_CompressedAndDamaged_NamesFileAndLine()
    {
        // A block of a type that there is not, right behind the header of ten bytes.
        using var damaged = new MemoryStream([.. Packed(Own)[..10], 0xFF, 0xFF, 0xFF, 0xFF]);
        var error = Assert.Throws<ConversationFormatException>(() => ConversationFiles.Read(damaged, "bad.gz").ToList());
        Assert.StartsWith("bad.gz, line 1: the file is damaged: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_CompressedAndCutOff_IsRefusedInsteadOfBeingReadInPart()
    {
        using var cut = new MemoryStream(Packed(Own + "\n" + Jddc)[..^20]);
        var error = Assert.Throws<ConversationFormatException>(() => ConversationFiles.Read(cut, "cut.gz").ToList());
        Assert.Contains("the file is damaged: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_EmptyLines_AreLeftOutAndCounted()
    {
        Assert.Equal(2, Read("\n" + Own + "\r\n\n" + Jddc + "\n\n").Count);
        Assert.StartsWith("file, line 4: ", Refused("\n" + Own + "\n\n{}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no json", "not JSON: ")]
    [InlineData("[1]", "a conversation is a JSON object.")]
    [InlineData("""{"turns":[]}""", "\"id\" is missing or is no text.")]
    [InlineData("""{"id":7,"turns":[]}""", "\"id\" is missing or is no text.")]
    [InlineData("""{"id":"a"}""", "neither \"turns\" nor \"exchanges\" is there.")]
    [InlineData("""{"id":"a","turns":"none"}""", "neither \"turns\" nor \"exchanges\" is there.")]
    [InlineData("""{"id":"a","turns":[]}""", "the conversation has no turn with text.")]
    [InlineData("""{"id":"a","turns":[{"from":"boss","text":"x"}]}""", "\"from\" is \"customer\" or \"agent\", not \"boss\".")]
    [InlineData("""{"id":"a","turns":[{"from":"agent"}]}""", "\"text\" is missing or is no text.")]
    [InlineData("""{"id":"a","turns":[{"role":"USER","text":"OVERALL"}]}""", "the conversation has no turn with text.")]
    [InlineData("""{"id":"a","exchanges":[{"user":"x"}]}""", "\"system\" is missing or is no text.")]
    public void Read_NoConversation_NamesFileLineAndRule(string line, string rule) =>
        Assert.StartsWith("file, line 2: " + rule, Refused(Own + "\n" + line), StringComparison.Ordinal);

    [Fact]
    public void Read_LineTooLong_IsRefused() => Assert.StartsWith(
        "file, line 1: the line is longer than 4000000 characters.",
        Refused(new string(' ', ConversationFiles.LineCharactersMax + 1)),
        StringComparison.Ordinal);

    [Fact]
    public void Read_NoUtf8_NamesFileAndLine()
    {
        using var file = new MemoryStream([0x7B, 0xC3, 0x28, 0x0A]);
        var error = Assert.Throws<ConversationFormatException>(() => ConversationFiles.Read(file, "latin1").ToList());
        Assert.StartsWith("latin1, line 1: the file is damaged: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_Times_AreTheRecordedOnesOrWhatTypingTakes()
    {
        var turns = Assert.Single(Read(Own)).Turns;
        Assert.Equal([0, 2_500, 2_500 + 1_000 + (60 * 6)], turns.Select(t => t.At.TotalMilliseconds));
        var back = Assert.Single(Read(
            """{"id":"b","turns":[{"from":"agent","text":"x","at_ms":900},{"from":"agent","text":"y","at_ms":100}]}"""));
        Assert.Equal([900, 900], back.Turns.Select(t => t.At.TotalMilliseconds));
    }

    private static byte[] Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }

    private static string Refused(string text) =>
        Assert.Throws<ConversationFormatException>(() => Read(text)).Message;

    private static List<Conversation> Read(string text)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return [.. ConversationFiles.Read(file, "file")];
    }

    private static string Told(Conversation conversation) =>
        string.Join(' ', conversation.Turns.Select(t => (t.ByCustomer ? "C:" : "A:") + t.Text));
}
