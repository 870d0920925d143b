using Microsoft.Data.Sqlite;
using SupportGrid.EventStore.Archive;

namespace SupportGrid.EventStore.Sqlite;

/// <summary>Fills an empty log within one transaction. Whatever it throws rolls the transaction back.</summary>
internal static class LogFiller
{
    public static bool Fill(WriteSession session, IEnumerable<ArchiveRecord> records, string newEpoch)
    {
        var database = session.Database;
        if (SqliteLogView.CountAll(database) != default)
        {
            throw new InvalidOperationException("Only an empty log can be filled; open one in a new data folder.");
        }

        var counted = default(ArchiveCounts);
        foreach (var record in records)
        {
            Insert(session, record);
            counted = counted.Plus(record);
        }

        if (SqliteLogView.CountAll(database) != counted)
        {
            throw new ArgumentException("The records contradict each other: some name the same thing twice.");
        }

        database.Log.SetEpoch(newEpoch);
        return true;
    }

    private static void Insert(WriteSession session, ArchiveRecord record)
    {
        var database = session.Database;
        try
        {
            switch (record)
            {
                case ArchiveRecord.Event { Recorded: var recorded }:
                    CheckOrder(session, recorded);
                    session.Insert(recorded);
                    break;
                case ArchiveRecord.Claim claim:
                    database.Claims.Insert(claim.Tenant, claim.Key, claim.Stream);
                    break;
                case ArchiveRecord.Open { Stream: var open }:
                    database.OpenStreams.Insert(open);
                    break;
                case ArchiveRecord.Reaction reaction:
                    database.Outbox.Insert(reaction.Key, reaction.Kind, reaction.Data);
                    break;
                case ArchiveRecord.Snapshot snapshot:
                    database.Snapshots.Insert(snapshot.ETag, snapshot.Name, snapshot.Key, snapshot.Data);
                    break;
                default:
                    throw new System.Diagnostics.UnreachableException($"{record.GetType().Name} has no table.");
            }
        }
        catch (SqliteException e) when (!SqliteErrors.IsStorageFailure(e))
        {
            throw new ArgumentException($"The records contradict each other: {e.Message}", e);
        }
    }

    private static void CheckOrder(WriteSession session, RecordedEvent recorded)
    {
        var version = session.VersionOf(recorded.Tenant, recorded.Stream) + 1;
        if (recorded.Position != session.Head + 1 || recorded.Version != version)
        {
            throw new ArgumentException(
                $"The event at position {recorded.Position} with version {recorded.Version} should have position "
                + $"{session.Head + 1} and version {version}.");
        }
    }
}
