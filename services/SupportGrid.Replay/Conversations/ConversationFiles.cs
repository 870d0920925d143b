using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace SupportGrid.Replay.Conversations;

/// <summary>Reads conversation files: JSON lines, gzip-compressed or not, in any of the known formats.</summary>
public static class ConversationFiles
{
    /// <summary>Longest line, in characters; a longer one is refused rather than read into memory.</summary>
    public const int LineCharactersMax = 4_000_000;

    /// <exception cref="ConversationFormatException">A line is no conversation.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IEnumerable<Conversation> Read(string path)
    {
        using var file = File.OpenRead(path);
        foreach (var conversation in Read(file, Path.GetFileName(path)))
        {
            yield return conversation;
        }
    }

    public static IEnumerable<Conversation> Read(Stream file, string name)
    {
        using var text = new StreamReader(Decompressed(file), new UTF8Encoding(false, true));
        var number = 0;
        while (ReadLine(text, name, number + 1) is { } line)
        {
            number++;
            if (line.Length > 0)
            {
                yield return Parse(line, name, number);
            }
        }
    }

    private static Stream Decompressed(Stream file)
    {
        var buffered = new BufferedStream(file, 65_536);
        var first = buffered.ReadByte();
        var second = buffered.ReadByte();
        buffered.Position = 0;
        return first == 0x1f && second == 0x8b ? new GZipStream(buffered, CompressionMode.Decompress) : buffered;
    }

    private static string? ReadLine(StreamReader text, string name, int number)
    {
        try
        {
            var line = text.ReadLine();
            return line is { Length: > LineCharactersMax }
                ? throw new ConversationFormatException(name, number, $"the line is longer than {LineCharactersMax} characters.")
                : line;
        }
        catch (Exception e) when (e is InvalidDataException or DecoderFallbackException)
        {
            throw new ConversationFormatException(name, number, "the file is damaged: " + e.Message);
        }
    }

    private static Conversation Parse(string line, string name, int number)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var conversation = ConversationFormats.Parse(json.RootElement);
            return conversation.Turns.Count > 0
                ? conversation
                : throw new ConversationFormatException(name, number, "the conversation has no turn with text.");
        }
        catch (JsonException e)
        {
            throw new ConversationFormatException(name, number, "not JSON: " + e.Message);
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new ConversationFormatException(name, number, e.Message);
        }
    }
}
