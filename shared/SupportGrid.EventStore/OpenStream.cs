namespace SupportGrid.EventStore;

/// <summary>An entry of the index of open streams.</summary>
/// <param name="Tenant">The stream's tenant.</param>
/// <param name="Stream">The stream's name.</param>
/// <param name="Category">The kind of stream.</param>
/// <param name="Group">The group it is in now.</param>
/// <param name="Position">The position of the event that entered it; a move to another group keeps it.</param>
public sealed record OpenStream(string Tenant, string Stream, string Category, string Group, long Position);
