using Microsoft.Data.Sqlite;

namespace SupportGrid.EventStore.Sqlite;

/// <summary>Copies a log file while it is in use.</summary>
internal static class SqliteBackup
{
    /// <summary>
    /// Writes one state of the log to a file that appears under its name only when it is whole and on disk.
    /// </summary>
    /// <exception cref="IOException">The file is there already, or cannot be written.</exception>
    public static void Copy(Database source, string path, string newEpoch)
    {
        if (File.Exists(path))
        {
            throw new IOException($"The backup '{path}' is there already.");
        }

        var partial = path + ".partial";
        try
        {
            File.Delete(partial);
            Vacuum(source, partial);
            Rename(partial, newEpoch);
            Flush(partial);
            File.Move(partial, path);
        }
        catch (SqliteException e)
        {
            File.Delete(partial);
            throw new IOException($"The backup '{path}' cannot be written: {e.Message}", e);
        }
    }

    private static void Vacuum(Database source, string path)
    {
        // The engine counts writing another file as a write of this connection.
        source.Run("PRAGMA query_only = 0");
        source.Prepare("VACUUM INTO ?1").Bind(1, path).Execute();
    }

    private static void Rename(string path, string newEpoch)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        using var copy = new Database(connection);
        copy.Log.SetEpoch(newEpoch);
    }

    private static void Flush(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        file.Flush(flushToDisk: true);
    }
}
