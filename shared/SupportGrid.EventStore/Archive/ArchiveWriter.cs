using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SupportGrid.EventStore.Archive;

/// <summary>Writes the lines of an archive and digests those of its records.</summary>
internal sealed class ArchiveWriter : IDisposable
{
    private readonly Stream _output;
    private readonly ArrayBufferWriter<byte> _line = new();
    private readonly Utf8JsonWriter _json;
    private readonly IncrementalHash _digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public ArchiveWriter(Stream output)
    {
        _output = output;
        _json = new Utf8JsonWriter(
            _line, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    public void Dispose()
    {
        _json.Dispose();
        _digest.Dispose();
    }

    public ValueTask WriteHeaderAsync(string epoch, ArchiveCounts counts, CancellationToken cancellationToken)
    {
        Begin("archive");
        _json.WriteNumber("format", LogArchive.Format);
        _json.WriteString("epoch", epoch);
        WriteCounts(counts);
        return EndAsync(isRecord: false, cancellationToken);
    }

    public ValueTask WriteTrailerAsync(ArchiveCounts counts, CancellationToken cancellationToken)
    {
        Begin("end");
        WriteCounts(counts);
        _json.WriteString("sha256", Convert.ToHexStringLower(_digest.GetHashAndReset()));
        return EndAsync(isRecord: false, cancellationToken);
    }

    public ValueTask WriteAsync(ArchiveRecord record, CancellationToken cancellationToken)
    {
        switch (record)
        {
            case ArchiveRecord.Event { Recorded: var recorded }:
                WriteEvent(recorded);
                break;
            case ArchiveRecord.Claim claim:
                Begin("claim");
                _json.WriteString("tenant", claim.Tenant);
                _json.WriteString("key", claim.Key);
                _json.WriteString("stream", claim.Stream);
                break;
            case ArchiveRecord.Open { Stream: var open }:
                Begin("open");
                _json.WriteString("category", open.Category);
                _json.WriteString("tenant", open.Tenant);
                _json.WriteString("stream", open.Stream);
                _json.WriteString("group", open.Group);
                _json.WriteNumber("position", open.Position);
                break;
            case ArchiveRecord.Reaction reaction:
                Begin("reaction");
                _json.WriteNumber("position", reaction.Key.Position);
                _json.WriteNumber("index", reaction.Key.Index);
                _json.WriteString("kind", reaction.Kind);
                WriteBody(reaction.Data.Span);
                break;
            case ArchiveRecord.Snapshot snapshot:
                Begin("snapshot");
                _json.WriteString("name", snapshot.Name);
                _json.WriteString("key", snapshot.Key);
                _json.WriteString("etag", snapshot.ETag);
                WriteBody(snapshot.Data.Span);
                break;
            default:
                throw new System.Diagnostics.UnreachableException($"{record.GetType().Name} has no line.");
        }

        return EndAsync(isRecord: true, cancellationToken);
    }

    private void WriteEvent(RecordedEvent recorded)
    {
        Begin("event");
        _json.WriteNumber("position", recorded.Position);
        _json.WriteString("tenant", recorded.Tenant);
        _json.WriteString("stream", recorded.Stream);
        _json.WriteNumber("version", recorded.Version);
        _json.WriteString("id", recorded.EventId);
        _json.WriteString("type", recorded.Type);
        _json.WriteNumber("schema", recorded.SchemaVersion);
        _json.WriteString("at", recorded.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
        WriteIfAny("audience", recorded.Audience);
        WriteIfAny("request", recorded.RequestId);
        WriteIfAny("requestHash", recorded.RequestHash);
        WriteIfAny("actor", recorded.Actor);
        WriteIfAny("causation", recorded.CausationId?.ToString());
        WriteIfAny("correlation", recorded.CorrelationId);
        WriteBody(recorded.Data.Span);
    }

    private void WriteCounts(ArchiveCounts counts)
    {
        _json.WriteNumber("events", counts.Events);
        _json.WriteNumber("claims", counts.Claims);
        _json.WriteNumber("openStreams", counts.OpenStreams);
        _json.WriteNumber("reactions", counts.Reactions);
        _json.WriteNumber("snapshots", counts.Snapshots);
    }

    private void WriteIfAny(string name, string? value)
    {
        if (value is not null)
        {
            _json.WriteString(name, value);
        }
    }

    private void WriteBody(ReadOnlySpan<byte> body)
    {
        if (ArchiveBody.CanBeEmbedded(body))
        {
            _json.WritePropertyName("data");
            _json.WriteRawValue(body, skipInputValidation: true);
        }
        else
        {
            _json.WriteBase64String("base64", body);
        }
    }

    private void Begin(string kind)
    {
        _line.ResetWrittenCount();
        _json.Reset();
        _json.WriteStartObject();
        _json.WriteStartObject(kind);
    }

    private async ValueTask EndAsync(bool isRecord, CancellationToken cancellationToken)
    {
        _json.WriteEndObject();
        _json.WriteEndObject();
        _json.Flush();
        _line.Write("\n"u8);
        if (isRecord)
        {
            _digest.AppendData(_line.WrittenSpan);
        }

        await _output.WriteAsync(_line.WrittenMemory, cancellationToken);
    }
}
