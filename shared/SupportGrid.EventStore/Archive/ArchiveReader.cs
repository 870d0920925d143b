using System.Security.Cryptography;
using System.Text.Json;

namespace SupportGrid.EventStore.Archive;

/// <summary>
/// Reads an archive and vouches for it: whoever has enumerated it to the end has read an undamaged one.
/// </summary>
internal sealed class ArchiveReader(Stream input)
{
    private static readonly JsonDocumentOptions _strict = new() { AllowDuplicateProperties = false, MaxDepth = 512 };

    private readonly LineSource _lines = new(input);

    /// <exception cref="ArchiveException">On reaching what is wrong; at the latest at the end.</exception>
    public IEnumerable<ArchiveRecord> Read()
    {
        var announced = Parse(NextLine(), ReadHeader);
        var counted = default(ArchiveCounts);
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        while (true)
        {
            var line = NextLine();
            if (Parse(line, ReadRecord) is not { } record)
            {
                CheckTrailer(line, announced, counted, digest.GetHashAndReset());
                yield break;
            }

            digest.AppendData(line.Span);
            counted = counted.Plus(record);
            yield return record;
        }
    }

    private static ArchiveCounts ReadHeader(JsonElement line)
    {
        var fields = ArchiveFields.Of(line, "archive")
            ?? throw new FormatException("it is not the header of an archive.");
        var format = fields.Int64("format");
        if (format != LogArchive.Format)
        {
            throw new FormatException(
                $"the archive has format {format}; this program reads format {LogArchive.Format}.");
        }

        fields.Text("epoch");
        return fields.Finish(ReadCounts(fields));
    }

    private static ArchiveCounts ReadCounts(ArchiveFields fields) => new(
        fields.Int64("events"),
        fields.Int64("claims"),
        fields.Int64("openStreams"),
        fields.Int64("reactions"),
        fields.Int64("snapshots"));

    /// <summary>Null for the trailer.</summary>
    private static ArchiveRecord? ReadRecord(JsonElement line)
    {
        if (ArchiveFields.Of(line, "event") is { } added)
        {
            return added.Finish(ReadEvent(added));
        }

        if (ArchiveFields.Of(line, "claim") is { } claim)
        {
            return claim.Finish(new ArchiveRecord.Claim(claim.Text("tenant"), claim.Text("key"), claim.Text("stream")));
        }

        if (ArchiveFields.Of(line, "open") is { } open)
        {
            return open.Finish(new ArchiveRecord.Open(new OpenStream(
                open.Text("tenant"),
                open.Text("stream"),
                open.Text("category"),
                open.Text("group"),
                open.Int64("position"))));
        }

        if (ArchiveFields.Of(line, "reaction") is { } reaction)
        {
            var key = new ReactionKey(reaction.Int64("position"), reaction.Int32("index"));
            return reaction.Finish(new ArchiveRecord.Reaction(key, reaction.Text("kind"), reaction.Body()));
        }

        if (ArchiveFields.Of(line, "snapshot") is { } snapshot)
        {
            return snapshot.Finish(new ArchiveRecord.Snapshot(
                snapshot.Text("name"), snapshot.Text("key"), snapshot.Text("etag"), snapshot.Body()));
        }

        return ArchiveFields.Of(line, "end") is null
            ? throw new FormatException("it is neither a record nor the trailer.")
            : null;
    }

    private static ArchiveRecord.Event ReadEvent(ArchiveFields fields) => new(new RecordedEvent(
        fields.Int64("position"),
        fields.Text("tenant"),
        fields.Text("stream"),
        fields.Int64("version"),
        fields.Guid("id"),
        fields.Text("type"),
        fields.Int32("schema"),
        fields.Instant("at"),
        fields.Body())
    {
        Audience = fields.TextOrNull("audience"),
        RequestId = fields.TextOrNull("request"),
        RequestHash = fields.TextOrNull("requestHash"),
        Actor = fields.TextOrNull("actor"),
        CausationId = fields.GuidOrNull("causation"),
        CorrelationId = fields.TextOrNull("correlation"),
    });

    private void CheckTrailer(ReadOnlyMemory<byte> line, ArchiveCounts announced, ArchiveCounts counted, byte[] digest)
    {
        var (counts, sha256) = Parse(line, trailer =>
        {
            var fields = ArchiveFields.Of(trailer, "end")!;
            return fields.Finish((ReadCounts(fields), fields.Text("sha256")));
        });
        if (counted != announced || counts != announced)
        {
            throw Wrong($"the header announces {announced} and the trailer {counts}, but there are {counted}.");
        }

        if (sha256 != Convert.ToHexStringLower(digest))
        {
            throw Wrong("the records do not have the SHA-256 that the trailer gives: something in them was changed.");
        }

        if (!_lines.Next().IsEmpty)
        {
            throw Wrong("there is something after the trailer.");
        }
    }

    private ReadOnlyMemory<byte> NextLine()
    {
        var line = _lines.Next();
        if (line.IsEmpty)
        {
            throw Wrong("it is missing; the archive was cut short.");
        }

        return line.Span[^1] == (byte)'\n' ? line : throw Wrong("it has no end; the archive was cut short.");
    }

    private T Parse<T>(ReadOnlyMemory<byte> line, Func<JsonElement, T> read)
    {
        try
        {
            using var document = JsonDocument.Parse(line, _strict);
            return read(document.RootElement);
        }
        catch (JsonException e)
        {
            throw Wrong("it is not proper JSON.", e);
        }
        catch (FormatException e)
        {
            throw Wrong(e.Message, e);
        }
    }

    private ArchiveException Wrong(string reason, Exception? cause = null) => new(_lines.Number, reason, cause);
}
