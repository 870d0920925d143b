namespace SupportGrid.EventStore.Sqlite;

/// <summary>Statements over the log's own row.</summary>
internal sealed class LogTable(Database database)
{
    private Statement Read => field ??= database.Prepare("SELECT epoch FROM log");

    private Statement Update => field ??= database.Prepare("UPDATE log SET epoch = ?1");

    public string Epoch() =>
        Read.ExecuteText() ?? throw new InvalidDataException("The log has lost the row that holds its epoch.");

    public void SetEpoch(string epoch) => Update.Bind(1, epoch).Execute();
}
