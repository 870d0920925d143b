namespace SupportGrid.EventStore.Sqlite;

/// <summary>Statements over the table of events.</summary>
internal sealed class EventTable(Database database)
{
    private const string Columns =
        "position, tenant, stream, version, event_id, type, schema_version, at, data, audience, request_id, "
        + "request_hash, actor, causation_id, correlation_id";

    private Statement Insertion => field ??= database.Prepare(
        $"INSERT INTO events ({Columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)");

    private Statement StreamVersion => field ??= database.Prepare(
        "SELECT max(version) FROM events WHERE tenant = ?1 AND stream = ?2");

    private Statement Last => field ??= database.Prepare("SELECT max(position) FROM events");

    private Statement First => field ??= database.Prepare("SELECT min(position) FROM events");

    private Statement OfStream => field ??= database.Prepare(
        $"SELECT {Columns} FROM events WHERE tenant = ?1 AND stream = ?2 AND version > ?3 ORDER BY version LIMIT ?4");

    private Statement All => field ??= database.Prepare(
        $"SELECT {Columns} FROM events WHERE position > ?1 AND position <= ?2 ORDER BY position LIMIT ?3");

    private Statement OfTenant => field ??= database.Prepare($"""
        SELECT {Columns} FROM events INDEXED BY events_by_tenant
        WHERE tenant = ?4 AND position > ?1 AND position <= ?2 ORDER BY position LIMIT ?3
        """);

    // A stream's versions and positions rise together, so its index gives either order.
    private Statement OfStreamByPosition => field ??= database.Prepare($"""
        SELECT {Columns} FROM events INDEXED BY events_by_stream
        WHERE tenant = ?4 AND stream = ?5 AND position > ?1 AND position <= ?2 ORDER BY version LIMIT ?3
        """);

    private Statement OfAudience => field ??= database.Prepare($"""
        SELECT {Columns} FROM events INDEXED BY events_by_audience
        WHERE tenant = ?4 AND audience = ?5 AND position > ?1 AND position <= ?2 ORDER BY position LIMIT ?3
        """);

    private Statement OfStreamOrAudience => field ??= database.Prepare($"""
        SELECT {Columns} FROM events WHERE position IN (
          SELECT position FROM events INDEXED BY events_by_stream
          WHERE tenant = ?4 AND stream = ?5 AND position > ?1 AND position <= ?2
          UNION
          SELECT position FROM events INDEXED BY events_by_audience
          WHERE tenant = ?4 AND audience = ?6 AND position > ?1 AND position <= ?2
          ORDER BY 1 LIMIT ?3)
        ORDER BY position
        """);

    private Statement Count => field ??= database.Prepare("SELECT count(*) FROM events");

    public long CountAll() => Count.ExecuteInt64() ?? 0;

    /// <summary>The last position; 0 for an empty log.</summary>
    public long Head() => Last.ExecuteInt64() ?? 0;

    /// <summary>The first position; 1 for an empty log.</summary>
    public long Oldest() => First.ExecuteInt64() ?? 1;

    /// <summary>The version of a stream; 0 if it has no events.</summary>
    public long Version(string tenant, string stream) =>
        StreamVersion.Bind(1, tenant).Bind(2, stream).ExecuteInt64() ?? 0;

    public void Insert(RecordedEvent added) => Insertion
        .Bind(1, added.Position)
        .Bind(2, added.Tenant)
        .Bind(3, added.Stream)
        .Bind(4, added.Version)
        .Bind(5, added.EventId)
        .Bind(6, added.Type)
        .Bind(7, added.SchemaVersion)
        .Bind(8, added.At.UtcTicks)
        .BindText(9, added.Data.Span)
        .Bind(10, added.Audience)
        .Bind(11, added.RequestId)
        .Bind(12, added.RequestHash)
        .Bind(13, added.Actor)
        .Bind(14, added.CausationId)
        .Bind(15, added.CorrelationId)
        .Execute();

    public List<RecordedEvent> ReadStream(string tenant, string stream, long afterVersion, int limit) =>
        OfStream.Bind(1, tenant).Bind(2, stream).Bind(3, afterVersion).Bind(4, limit).ReadAll(Decode);

    public List<RecordedEvent> ReadFeed(FeedQuery query, long upTo, int limit)
    {
        var statement = (query.Stream, query.Audience) switch
        {
            _ when query.Tenant is null => All,
            (null, null) => OfTenant.Bind(4, query.Tenant),
            ({ } stream, null) => OfStreamByPosition.Bind(4, query.Tenant).Bind(5, stream),
            (null, { } audience) => OfAudience.Bind(4, query.Tenant).Bind(5, audience),
            ({ } stream, { } audience) =>
                OfStreamOrAudience.Bind(4, query.Tenant).Bind(5, stream).Bind(6, audience),
        };
        return statement.Bind(1, query.After).Bind(2, upTo).Bind(3, limit).ReadAll(Decode);
    }

    /// <summary>All events in order of position, read as they are asked for.</summary>
    public IEnumerable<RecordedEvent> Stream() => All.Bind(1, 0).Bind(2, long.MaxValue).Bind(3, -1).Read(Decode);

    private static RecordedEvent Decode(Statement row) => new(
        row.Int64(0),
        row.Text(1),
        row.Text(2),
        row.Int64(3),
        row.Guid(4),
        row.Text(5),
        row.Int32(6),
        new DateTimeOffset(row.Int64(7), TimeSpan.Zero),
        row.Bytes(8))
    {
        Audience = row.TextOrNull(9),
        RequestId = row.TextOrNull(10),
        RequestHash = row.TextOrNull(11),
        Actor = row.TextOrNull(12),
        CausationId = row.GuidOrNull(13),
        CorrelationId = row.TextOrNull(14),
    };
}
