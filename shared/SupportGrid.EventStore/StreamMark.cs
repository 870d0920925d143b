namespace SupportGrid.EventStore;

/// <summary>
/// Keeps the index of open streams in step with the log: an append that carries a mark enters its stream in the index
/// (or moves it to another group), or takes it out, in the same transaction.
/// </summary>
/// <param name="Category">The kind of stream, such as <c>interaction</c>.</param>
/// <param name="Group">The part of the category that is read together, such as a routing group.</param>
/// <param name="Open">True to enter or move the stream, false to take it out.</param>
public sealed record StreamMark(string Category, string Group, bool Open);
