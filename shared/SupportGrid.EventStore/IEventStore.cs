namespace SupportGrid.EventStore;

/// <summary>Appends to streams, and keeps the reactions that follow until they are carried out.</summary>
/// <remarks>
/// <para>An answer of <see cref="AppendResult.Appended"/> means that the events survive the death of the process and of
/// the machine, and that every read which starts after it sees them.</para>
/// <para>Of several writers that expect the same version of one stream exactly one wins.</para>
/// <para>When an append fails with <see cref="EventStoreUnavailableException"/> its outcome is unknown until the store
/// answers again: the caller reads the stream (or retries on the same expected version, which can win only
/// once).</para>
/// </remarks>
public interface IEventStore : IEventReader
{
    /// <summary>Appends, or says why not.</summary>
    /// <param name="request">What to append.</param>
    /// <param name="cancellationToken">Honoured until the request has entered the queue; not afterwards.</param>
    /// <exception cref="ArgumentException">The request can never be carried out; nothing was attempted.</exception>
    /// <exception cref="EventStoreUnavailableException">The storage failed; nothing was acknowledged.</exception>
    ValueTask<AppendResult> AppendAsync(AppendRequest request, CancellationToken cancellationToken = default);

    /// <summary>Reactions that are not completed, in order of their keys.</summary>
    /// <param name="limit">At most this many.</param>
    /// <param name="after">Only those after this key, if given.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    ValueTask<IReadOnlyList<PendingReaction>> ReadPendingReactionsAsync(
        int limit, ReactionKey? after = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Takes reactions out of the outbox. They are gone for readers at once, but leave the disk with a later commit:
    /// a crash in between brings them back. Unknown keys are ignored.
    /// </summary>
    ValueTask CompleteReactionsAsync(
        IReadOnlyCollection<ReactionKey> keys, CancellationToken cancellationToken = default);
}
