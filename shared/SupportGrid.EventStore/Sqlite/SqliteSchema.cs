using Microsoft.Data.Sqlite;

namespace SupportGrid.EventStore.Sqlite;

/// <summary>The tables, and the version under which they were written.</summary>
/// <remarks>
/// A body is stored as text, so that any SQLite tool shows it. An instant is the number of 100-nanosecond steps since
/// the year 1 in UTC. The outbox is keyed by position: a position stands for one tenant, stream and version.
/// </remarks>
internal static class SqliteSchema
{
    public const int Version = 2;

    /// <summary>"SGEL": tells our files from other SQLite files.</summary>
    public const int ApplicationId = 0x5347454c;

    public const string Tables = """
        CREATE TABLE events (
          position       INTEGER PRIMARY KEY,
          tenant         TEXT    NOT NULL,
          stream         TEXT    NOT NULL,
          version        INTEGER NOT NULL,
          event_id       BLOB    NOT NULL,
          type           TEXT    NOT NULL,
          schema_version INTEGER NOT NULL,
          at             INTEGER NOT NULL,
          data           TEXT    NOT NULL,
          audience       TEXT,
          request_id     TEXT,
          request_hash   TEXT,
          actor          TEXT,
          causation_id   BLOB,
          correlation_id TEXT
        ) STRICT;
        CREATE UNIQUE INDEX events_by_stream ON events (tenant, stream, version);
        CREATE INDEX events_by_tenant ON events (tenant);
        CREATE INDEX events_by_audience ON events (tenant, audience) WHERE audience IS NOT NULL;

        CREATE TABLE outbox (
          position INTEGER NOT NULL REFERENCES events (position),
          reaction INTEGER NOT NULL,
          kind     TEXT    NOT NULL,
          data     TEXT    NOT NULL,
          PRIMARY KEY (position, reaction)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE claims (
          tenant TEXT NOT NULL,
          claim  TEXT NOT NULL,
          stream TEXT NOT NULL,
          PRIMARY KEY (tenant, claim)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE open_streams (
          category   TEXT    NOT NULL,
          tenant     TEXT    NOT NULL,
          stream     TEXT    NOT NULL,
          group_name TEXT    NOT NULL,
          position   INTEGER NOT NULL,
          PRIMARY KEY (category, tenant, stream)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX open_streams_by_position ON open_streams (category, tenant, position);

        CREATE TABLE snapshots (
          etag INTEGER PRIMARY KEY AUTOINCREMENT,
          name TEXT NOT NULL,
          key  TEXT NOT NULL,
          data BLOB NOT NULL,
          UNIQUE (name, key)
        ) STRICT;

        CREATE TABLE log (epoch TEXT NOT NULL) STRICT;
        """;

    /// <summary>Creates the tables in an empty file; refuses a file that is not ours to write.</summary>
    public static void Prepare(SqliteConnection connection, string folder, string newEpoch)
    {
        if (VersionOf(connection, folder) == 0)
        {
            Create(connection, folder, newEpoch);
        }
        else
        {
            Check(connection, folder);
            Upgrade(connection);
        }
    }

    /// <summary>Refuses a file that is not ours to read.</summary>
    public static void Check(SqliteConnection connection, string folder)
    {
        if (VersionOf(connection, folder) == 0 || Scalar(connection, "PRAGMA application_id") != ApplicationId)
        {
            throw Foreign(folder);
        }
    }

    private static long VersionOf(SqliteConnection connection, string folder)
    {
        var version = Scalar(connection, "PRAGMA user_version");
        return version <= Version ? version : throw new DataFolderException(
            DataFolderProblem.NewerSchema,
            $"The event log in the data folder '{folder}' has schema version {version}, but this program knows "
            + $"versions up to {Version}; run the newer program.");
    }

    private static void Create(SqliteConnection connection, string folder, string newEpoch)
    {
        if (Scalar(connection, "SELECT count(*) FROM sqlite_schema") != 0)
        {
            throw Foreign(folder);
        }

        using var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"""
            {Tables}
            INSERT INTO log (epoch) VALUES ($epoch);
            PRAGMA application_id = {ApplicationId};
            PRAGMA user_version = {Version};
            """;
        command.Parameters.AddWithValue("$epoch", newEpoch);
        command.ExecuteNonQuery();
        transaction.Commit();
    }

    /// <summary>Brings a file of an older version to this one, in one commit.</summary>
    private static void Upgrade(SqliteConnection connection)
    {
        if (Scalar(connection, "PRAGMA user_version") == Version)
        {
            return;
        }

        using var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"""
            CREATE INDEX open_streams_by_position ON open_streams (category, tenant, position);
            PRAGMA user_version = {Version};
            """;
        command.ExecuteNonQuery();
        transaction.Commit();
    }

    private static DataFolderException Foreign(string folder) => new(
        DataFolderProblem.Foreign,
        $"The event log's file in the data folder '{folder}' is a database of another program; choose another folder.");

    private static long Scalar(SqliteConnection connection, string sql)
    {
        using var statement = new Statement(connection, sql);
        return statement.ExecuteInt64() ?? 0;
    }
}
