using Microsoft.Data.Sqlite;

namespace SupportGrid.EventStore.Sqlite;

/// <summary>
/// A data folder: taken to write, it is ours alone until it is disposed; joined, it is another process's.
/// </summary>
internal sealed class SqliteFolder : IDisposable
{
    public const string LogFile = "supportgrid.db";
    public const string LockFile = "supportgrid.lock";
    public const string ProbeFile = "supportgrid.probe";

    private const int ProbeBytes = 1024 * 1024;

    private readonly FileStream? _lock;
    private readonly bool _durable;

    private SqliteFolder(string path, FileStream? held, bool durable)
    {
        Path = path;
        _lock = held;
        _durable = durable;
    }

    public string Path { get; }

    /// <summary>Takes the folder, creating it if need be.</summary>
    /// <exception cref="DataFolderException">It cannot be had.</exception>
    public static SqliteFolder Take(string path, bool durable)
    {
        var full = System.IO.Path.GetFullPath(path);
        try
        {
            Directory.CreateDirectory(full);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw SqliteErrors.NotWritable(full, e);
        }

        return new SqliteFolder(full, TakeLock(full), durable);
    }

    /// <summary>Reads along in a folder whose log is written by another process.</summary>
    /// <exception cref="DataFolderException">There is no log that this program can read.</exception>
    public static SqliteFolder Join(string path)
    {
        var full = System.IO.Path.GetFullPath(path);
        if (!File.Exists(System.IO.Path.Combine(full, LogFile)))
        {
            throw new DataFolderException(
                DataFolderProblem.Missing,
                $"There is no event log in the data folder '{full}'; start the program first that writes it.");
        }

        var folder = new SqliteFolder(full, held: null, durable: true);
        try
        {
            using var connection = folder.OpenToRead();
            SqliteSchema.Check(connection, full);
            return folder;
        }
        catch (SqliteException e)
        {
            throw SqliteErrors.CannotOpen(full, e);
        }
    }

    /// <summary>
    /// Writes and removes a file: the last page of a disk that is all but full must not pass for room.
    /// </summary>
    public void ProbeRoom()
    {
        var path = System.IO.Path.Combine(Path, ProbeFile);
        try
        {
            using var file = new FileStream(
                path, FileMode.Create, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            file.Write(new byte[ProbeBytes]);
            file.Flush(flushToDisk: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EventStoreUnavailableException($"The data folder cannot be written: {e.Message}", true, e);
        }
    }

    /// <summary>Releases the folder. The lock file stays: deleting it would let two others lock two files.</summary>
    public void Dispose() => _lock?.Dispose();

    /// <summary>Opens the connection that writes, on a file that is checked, ours, and of a schema we know.</summary>
    /// <exception cref="DataFolderException">The file cannot be used.</exception>
    public SqliteConnection OpenToWrite(bool check, string newEpoch)
    {
        SqliteConnection? connection = null;
        try
        {
            connection = Open(SqliteOpenMode.ReadWriteCreate);
            SqliteSchema.Prepare(connection, Path, newEpoch);
            if (check)
            {
                CheckStructure(connection);
            }

            return connection;
        }
        catch (Exception e)
        {
            connection?.Dispose();
            throw e is SqliteException error ? SqliteErrors.CannotOpen(Path, error) : e;
        }
    }

    /// <summary>
    /// Opens a connection that only reads. It shares the file with the writer and never waits for it.
    /// </summary>
    public SqliteConnection OpenToRead()
    {
        // A reader takes part in the write-ahead log's shared memory, so the file is opened for writing all the same.
        var connection = Open(SqliteOpenMode.ReadWrite);
        Run(connection, "PRAGMA query_only = 1");
        return connection;
    }

    private static FileStream TakeLock(string folder)
    {
        var path = System.IO.Path.Combine(folder, LockFile);
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException e)
        {
            throw SqliteErrors.NotWritable(folder, e);
        }
        catch (IOException e)
        {
            // Some systems report a lock held by another process as plainly as any other failure to open. The file
            // being there, and readable by those who do not ask for it alone, tells the two apart.
            throw File.Exists(path) && IsLocked(path)
                ? new DataFolderException(
                    DataFolderProblem.InUse,
                    $"The data folder '{folder}' is in use by another process; stop it first.",
                    e)
                : SqliteErrors.NotWritable(folder, e);
        }
    }

    private static bool IsLocked(string path)
    {
        try
        {
            using var shared = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    private static void CheckStructure(SqliteConnection connection)
    {
        using var statement = new Statement(connection, "PRAGMA quick_check(1)");
        var verdict = statement.ExecuteText();
        if (verdict != "ok")
        {
            throw new SqliteException($"The structure is broken: {verdict}.", SQLitePCL.raw.SQLITE_CORRUPT);
        }
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private SqliteConnection Open(SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = System.IO.Path.Combine(Path, LogFile),
            Mode = mode,
            Pooling = false,
        }.ToString());
        try
        {
            connection.Open();

            // FULL syncs the write-ahead log at every commit. Checkpoints are rarer than by default (at 16 MiB of log):
            // each costs a sync of the whole file.
            Run(connection, $"""
                PRAGMA busy_timeout = 5000;
                PRAGMA journal_mode = WAL;
                PRAGMA synchronous = {(_durable ? "FULL" : "OFF")};
                PRAGMA wal_autocheckpoint = 4096;
                PRAGMA journal_size_limit = 67108864;
                PRAGMA temp_store = MEMORY;
                PRAGMA cache_size = -16384;
                """);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
