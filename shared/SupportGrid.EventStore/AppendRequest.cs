namespace SupportGrid.EventStore;

/// <summary>One decision to be made durable: all of it or nothing.</summary>
/// <param name="Tenant">The isolation boundary the stream belongs to.</param>
/// <param name="Stream">The stream's name, unique in its tenant.</param>
/// <param name="ExpectedVersion">
/// The version the decision was made on: 0 for a stream without events. The first event gets the version after it.
/// </param>
/// <param name="Events">At least one event, in order.</param>
public sealed record AppendRequest(
    string Tenant, string Stream, long ExpectedVersion, IReadOnlyList<NewEvent> Events)
{
    /// <summary>What follows from the events; goes to the outbox in the same transaction.</summary>
    public IReadOnlyList<NewReaction> Reactions { get; init; } = [];

    /// <summary>The id under which the caller asked for this; recorded with every event of the request.</summary>
    public string? RequestId { get; init; }

    /// <summary>A digest of what was asked, to tell a repeated request from another one under the same id.</summary>
    public string? RequestHash { get; init; }

    /// <summary>Who asked.</summary>
    public string? Actor { get; init; }

    /// <summary>The event that led to this request.</summary>
    public Guid? CausationId { get; init; }

    /// <summary>The id that a whole chain of requests shares.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>A change to the index of open streams, if this append makes one.</summary>
    public StreamMark? Mark { get; init; }

    /// <summary>
    /// Keys, unique in the tenant, that this stream claims for itself. Claiming a key that the stream already holds
    /// changes nothing; a key that another stream holds refuses the whole request.
    /// </summary>
    public IReadOnlyList<string> Claims { get; init; } = [];
}
