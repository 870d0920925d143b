using System.Text.Json;
using System.Text.Unicode;

namespace SupportGrid.EventStore.Archive;

/// <summary>Decides whether a body can stand in a line as it is.</summary>
internal static class ArchiveBody
{
    private const int DepthMax = 500;

    /// <summary>
    /// Whether cutting the value out of the line again gives the same bytes: it is one JSON value in proper UTF-8,
    /// holds no line end, and no blank before or after itself.
    /// </summary>
    public static bool CanBeEmbedded(ReadOnlySpan<byte> body)
    {
        if (body.IsEmpty || body[0] <= (byte)' ' || body[^1] <= (byte)' ' || body.ContainsAny((byte)'\n', (byte)'\r')
            || !Utf8.IsValid(body))
        {
            return false;
        }

        try
        {
            var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = DepthMax });
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
