namespace SupportGrid.EventStore;

/// <summary>
/// What must follow from an event. It enters the outbox in the event's own transaction and leaves it when it has been
/// completed, so that it is carried out at least once.
/// </summary>
/// <param name="EventIndex">Which event of the request it follows from, counted from 0.</param>
/// <param name="Index">Its number among the reactions to that event, 0 or above and unique there.</param>
/// <param name="Kind">The stable wire name of the reaction's type.</param>
/// <param name="Data">The body as UTF-8 JSON.</param>
public sealed record NewReaction(int EventIndex, int Index, string Kind, ReadOnlyMemory<byte> Data);
