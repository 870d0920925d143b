using System.IO.Compression;
using System.Text;

namespace SupportGrid.Train.Data;

/// <summary>Reads UTF-8 files, gzip-compressed or not; which, their first bytes tell.</summary>
internal static class TextFile
{
    public static string ReadAll(string path)
    {
        var bytes = File.ReadAllBytes(path);
        if (bytes is [0x1f, 0x8b, ..])
        {
            using var packed = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
            using var plain = new MemoryStream();
            packed.CopyTo(plain);
            bytes = plain.ToArray();
        }

        var text = bytes.AsSpan();
        return Encoding.UTF8.GetString(text is [0xef, 0xbb, 0xbf, ..] ? text[3..] : text);
    }

    /// <summary>Lines without their ends; an empty last one is none. Only LF and CRLF end a line.</summary>
    public static List<string> ReadLines(string path)
    {
        var lines = new List<string>();
        foreach (var line in ReadAll(path).Split('\n'))
        {
            lines.Add(line.EndsWith('\r') ? line[..^1] : line);
        }

        if (lines is [.., ""])
        {
            lines.RemoveAt(lines.Count - 1);
        }

        return lines;
    }
}
