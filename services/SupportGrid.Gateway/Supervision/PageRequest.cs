namespace SupportGrid.Gateway.Supervision;

/// <summary>Which page of a list is asked for.</summary>
/// <param name="After">The last key of the page before; empty for the first page.</param>
internal readonly record struct PageRequest(int Size, string After);
