using Microsoft.Data.Sqlite;

namespace SupportGrid.EventStore.Sqlite;

/// <summary>Copies a log file while it is in use.</summary>
internal static class SqliteBackup
{
    /// <summary>Writes one state of the log to a file that appears under its name only when it is whole and on disk.</summary>
    public static void Copy(SqliteConnection source, string path, string newEpoch)
    {
        var partial = path + ".partial";
        File.Delete(partial);
        using (var command = source.CreateCommand())
        {
            command.CommandText = "VACUUM INTO $path";
            command.Parameters.AddWithValue("$path", partial);
            command.ExecuteNonQuery();
        }

        Rename(partial, newEpoch);
        using (var file = new FileStream(partial, FileMode.Open, FileAccess.ReadWrite))
        {
            file.Flush(flushToDisk: true);
        }

        File.Move(partial, path);
    }

    private static void Rename(string path, string newEpoch)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        using var copy = new Database(connection);
        copy.Log.SetEpoch(newEpoch);
    }
}
