using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace SupportGrid.EventStore.Sqlite;

/// <summary>The one place that knows what the engine's error codes mean for us.</summary>
internal static class SqliteErrors
{
    /// <summary>The engine's error with its own words.</summary>
    public static SqliteException Describe(int code, sqlite3 database)
    {
        var words = raw.sqlite3_errmsg(database).utf8_to_string();
        var extended = raw.sqlite3_extended_errcode(database);
        return new SqliteException($"SQLite error {extended}: {words}.", code & 0xff, extended);
    }

    /// <summary>Whether the storage failed, so that no other request would have fared better.</summary>
    public static bool IsStorageFailure(SqliteException error) => error.SqliteErrorCode is
        raw.SQLITE_FULL or raw.SQLITE_IOERR or raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB or raw.SQLITE_READONLY
        or raw.SQLITE_CANTOPEN or raw.SQLITE_BUSY or raw.SQLITE_LOCKED or raw.SQLITE_NOMEM or raw.SQLITE_PERM
        or raw.SQLITE_PROTOCOL;

    /// <summary>A read failed.</summary>
    public static EventStoreUnavailableException Unreadable(SqliteException error) => error.SqliteErrorCode switch
    {
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB =>
            new("The file of the event log is damaged; restore a backup.", false, error) { IsRead = true },
        _ => new("The event log cannot be read; reads fail until its disk answers as it should.", true, error) { IsRead = true },
    };

    /// <summary>A write failed.</summary>
    public static EventStoreUnavailableException Unavailable(SqliteException error) => error.SqliteErrorCode switch
    {
        raw.SQLITE_FULL => new("The disk of the event log is full; appends fail until there is space.", true, error),
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB =>
            new("The file of the event log is damaged; restore a backup.", false, error),
        raw.SQLITE_READONLY or raw.SQLITE_PERM =>
            new("The file of the event log has become read-only; appends fail until it can be written.", true, error),
        _ => new("The disk of the event log does not answer as it should; appends fail until it does.", true, error),
    };

    public static DataFolderException CannotOpen(string folder, SqliteException error) => error.SqliteErrorCode switch
    {
        raw.SQLITE_NOTADB or raw.SQLITE_CORRUPT => Damaged(folder, error),
        raw.SQLITE_FULL => new(
            DataFolderProblem.DiskFull, $"The disk of the data folder '{folder}' is full; free some space.", error),
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => new(
            DataFolderProblem.InUse, $"Another program holds the event log in the data folder '{folder}'.", error),
        _ => NotWritable(folder, error),
    };

    public static DataFolderException Damaged(string folder, Exception? error) => new(
        DataFolderProblem.Damaged,
        $"The event log in the data folder '{folder}' is damaged; restore a backup.",
        error);

    public static DataFolderException NotWritable(string folder, Exception error) => new(
        DataFolderProblem.NotWritable,
        $"The data folder '{folder}' cannot be created or written; check its path and permissions.",
        error);
}
