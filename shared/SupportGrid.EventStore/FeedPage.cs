namespace SupportGrid.EventStore;

/// <summary>A part of the log.</summary>
/// <param name="Events">The events that match, in order of position.</param>
/// <param name="Through">
/// Every matching event up to this position has been returned by this page or lies before its query: the position to
/// go on after.
/// </param>
/// <param name="IsLast">Whether the page reaches the end of what was asked for.</param>
public sealed record FeedPage(IReadOnlyList<RecordedEvent> Events, long Through, bool IsLast);
