using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupportGrid.Contracts.Events;
using SupportGrid.Contracts.Grains;
using SupportGrid.Domain;
using SupportGrid.EventSourcing;
using SupportGrid.EventStore;

namespace SupportGrid.Silo.Hosting;

/// <summary>
/// Carries out reactions that their actors left in the outbox: after a crash, or after too many failures. In the order
/// of each stream; what fails holds up the rest of its stream until the next sweep, and nothing else.
/// </summary>
internal sealed class OutboxSweeper(
    IEventStore store,
    IReactionCodec codec,
    IReactionHandler handler,
    TimeProvider time,
    IOptions<SiloOptions> options,
    ILogger<OutboxSweeper> log)
{
    /// <summary>One pass over the outbox.</summary>
    /// <param name="minimumAge">Younger reactions are under way and left alone.</param>
    /// <returns>How many were carried out.</returns>
    public async Task<int> SweepAsync(TimeSpan minimumAge, CancellationToken cancellationToken)
    {
        var youngest = time.GetUtcNow() - minimumAge;
        var held = new HashSet<(string Tenant, string Stream)>();
        var swept = 0;
        ReactionKey? after = null;
        while (true)
        {
            var page = await store.ReadPendingReactionsAsync(
                options.Value.SweepPageReactions, after, cancellationToken);
            if (page.Count == 0)
            {
                return swept;
            }

            after = page[^1].Key;
            var streams = page
                .Where(r => r.At <= youngest && !held.Contains((r.Tenant, r.Stream)))
                .GroupBy(r => (r.Tenant, r.Stream))
                .ToArray();
            foreach (var batch in streams.Chunk(options.Value.SweepStreamsMax))
            {
                var results = await Task.WhenAll(batch.Select(stream => SweepStreamAsync([.. stream])));
                for (var i = 0; i < batch.Length; i++)
                {
                    swept += results[i];
                    if (results[i] < batch[i].Count())
                    {
                        held.Add(batch[i].Key);
                    }
                }
            }
        }
    }

    private async Task<int> SweepStreamAsync(IReadOnlyList<PendingReaction> reactions)
    {
        var done = new List<ReactionKey>(reactions.Count);
        foreach (var pending in reactions)
        {
            if (!await TryAsync(pending))
            {
                break;
            }

            done.Add(pending.Key);
        }

        if (done.Count > 0)
        {
            await store.CompleteReactionsAsync(done);
        }

        return done.Count;
    }

    private async Task<bool> TryAsync(PendingReaction pending)
    {
        Reaction reaction;
        try
        {
            reaction = codec.Decode(pending.Kind, pending.Data);
        }
        catch (Exception e) when (e is UnknownEventException or BrokenBodyException)
        {
            SiloLog.ReactionUnreadable(log, e, pending.Kind);
            return false;
        }

        try
        {
            var id = ReactionIds.Of(pending.Stream, pending.Version, pending.Index);
            await handler.HandleAsync(pending.Tenant, reaction, new CommandMeta(id, null, "", null));
            return true;
        }
        catch (Exception e)
        {
            SiloLog.SweptReactionFailed(log, e, pending.Kind);
            return false;
        }
    }
}
