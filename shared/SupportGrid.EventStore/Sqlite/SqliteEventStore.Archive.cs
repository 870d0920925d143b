using SupportGrid.EventStore.Archive;

namespace SupportGrid.EventStore.Sqlite;

public sealed partial class SqliteEventStore : IArchivableLog
{
    /// <inheritdoc />
    public async ValueTask<ILogView> OpenViewAsync(CancellationToken cancellationToken = default)
    {
        // Completed reactions leave the disk with this commit and are not part of the view.
        await WriteAsync(new PendingCall<bool>(0, _ => true), cancellationToken);
        return SqliteLogView.Open(_readers.OpenApart());
    }

    /// <inheritdoc />
    public async ValueTask FillAsync(IEnumerable<ArchiveRecord> records, CancellationToken cancellationToken = default)
    {
        var epoch = NewEpoch();
        var fill = new PendingCall<bool>(
            PendingCall<bool>.Alone, session => LogFiller.Fill(session, records, epoch));
        await WriteAsync(fill, cancellationToken);
        _epoch = epoch;
    }

    /// <summary>
    /// Copies the log to a new file while it goes on: one state, compact, and under an epoch of its own, because a log
    /// that is continued from a copy is another log. Put the file into an empty data folder, under the name
    /// <see cref="FileName"/>, to open it.
    /// </summary>
    /// <param name="path">The file to create.</param>
    /// <param name="cancellationToken">Honoured before the copy starts.</param>
    /// <exception cref="IOException">The file is there already, or cannot be written.</exception>
    /// <exception cref="EventStoreUnavailableException">The log cannot be read.</exception>
    public async ValueTask BackupAsync(string path, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();

        // A copy takes as long as the log is large: too long for the thread of a caller.
        await Task.Run(
            () =>
            {
                using var source = _readers.OpenApart();
                SqliteBackup.Copy(source, path, NewEpoch());
            },
            CancellationToken.None);
    }
}
