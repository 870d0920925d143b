using SupportGrid.Contracts.Events;
using SupportGrid.Contracts.Grains;
using SupportGrid.EventStore;
using SupportGrid.EventStore.Archive;

namespace SupportGrid.Standalone.Retention;

/// <summary>
/// Copies a log without the words that are to go. Positions and versions stay, so the copy folds to the same state but
/// for the words; snapshots are left out, since they may hold words, and are made again.
/// </summary>
public static class ErasingCopy
{
    /// <summary>Fills an empty log from a state of another: all of it, or nothing when something is wrong.</summary>
    public static ValueTask FillAsync(
        IArchivableLog to, ILogView from, ErasurePlan plan, CancellationToken cancellationToken = default) =>
        to.FillAsync(Kept(from.Records(), plan), cancellationToken);

    private static IEnumerable<ArchiveRecord> Kept(IEnumerable<ArchiveRecord> records, ErasurePlan plan)
    {
        foreach (var record in records)
        {
            switch (record)
            {
                case ArchiveRecord.Snapshot:
                case ArchiveRecord.Claim claim when plan.Takes(claim.Tenant, claim.Stream):
                    break;
                case ArchiveRecord.Event { Recorded: var recorded }:
                    yield return new ArchiveRecord.Event(Without(recorded, plan));
                    break;
                default:
                    yield return record;
                    break;
            }
        }
    }

    private static RecordedEvent Without(RecordedEvent recorded, ErasurePlan plan)
    {
        var category = Streams.Parse(recorded.Stream).Category;
        if (category is not (Streams.InteractionCategory or Streams.CustomerCategory))
        {
            return recorded;
        }

        var body = EventCodec.Default.Decode(recorded.Type, recorded.SchemaVersion, recorded.Data);
        if (!plan.Takes(recorded.Tenant, recorded.Stream) && !plan.TakesSubject(recorded.Tenant, body))
        {
            return recorded;
        }

        var erased = TextEraser.Of(body);
        if (ReferenceEquals(erased, body))
        {
            return recorded;
        }

        // What was asked can be guessed from its digest, when it was short.
        var encoded = EventCodec.Default.Encode(erased);
        return recorded with
        {
            SchemaVersion = encoded.SchemaVersion, Data = encoded.Data, RequestHash = null, Body = null,
        };
    }
}
