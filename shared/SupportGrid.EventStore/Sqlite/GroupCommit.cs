using Microsoft.Data.Sqlite;
using SupportGrid.EventStore.Feed;

namespace SupportGrid.EventStore.Sqlite;

/// <summary>
/// Commits a batch of writes in one transaction, shows its events, and answers its callers, in that order.
/// </summary>
/// <remarks>
/// A refusal changes nothing and needs no care. A write that breaks (a constraint the checks do not know) takes its
/// transaction with it; the batch is then carried out one by one, so that only the broken write fails. A failure of the
/// storage fails the whole batch, and the next batch tries again.
/// </remarks>
internal sealed class GroupCommit(
    WriteSession session, LiveLog log, CompletedReactions completed, StoreInstruments instruments)
{
    private volatile EventStoreUnavailableException? _failure;

    /// <summary>Why the last commit failed; null if it did not.</summary>
    public EventStoreUnavailableException? Failure => _failure;

    public void Commit(IReadOnlyList<PendingWrite> batch)
    {
        var started = instruments.Now();
        RecordedEvent[] events;
        try
        {
            events = Transact(batch);
        }
        catch (SqliteException e) when (SqliteErrors.IsStorageFailure(e))
        {
            instruments.Failed();
            FailAll(batch, _failure = SqliteErrors.Unavailable(e));
            return;
        }
#pragma warning disable CA1031 // Whatever a write throws is its caller's to see; the writer must live on.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Isolate(batch, e);
            return;
        }

        _failure = null;
        Show(events);
        instruments.Committed(started, events.Length);
        for (var i = 0; i < batch.Count; i++)
        {
            batch[i].Succeed();
        }
    }

    private static void FailAll(IReadOnlyList<PendingWrite> batch, Exception error)
    {
        for (var i = 0; i < batch.Count; i++)
        {
            batch[i].Fail(error);
        }
    }

    private RecordedEvent[] Transact(IReadOnlyList<PendingWrite> batch)
    {
        try
        {
            session.Begin();
            for (var i = 0; i < batch.Count; i++)
            {
                batch[i].Execute(session);
            }

            var deleted = completed.Copy();
            foreach (var key in deleted)
            {
                session.Database.Outbox.Delete(key);
            }

            var events = session.Commit();
            completed.Remove(deleted);
            return events;
        }
        catch
        {
            session.RollBack();
            throw;
        }
    }

    private void Show(RecordedEvent[] events)
    {
        var before = session.Head - events.Length;
        if (log.Head != before)
        {
            // What lies in between was written without being kept in memory, or by a commit that had failed as far as
            // anybody knew and had reached the disk after all: readers find it there.
            log.Restart(before);
        }

        if (events.Length > 0)
        {
            log.Publish(events);
        }
    }

    private void Isolate(IReadOnlyList<PendingWrite> batch, Exception error)
    {
        if (batch.Count <= 1)
        {
            FailAll(batch, error);
            return;
        }

        for (var i = 0; i < batch.Count; i++)
        {
            Commit([batch[i]]);
        }
    }
}
