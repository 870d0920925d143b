namespace SupportGrid.Domain.Routing;

/// <summary>How the line of a queue stands.</summary>
/// <param name="Waiting">In the line, nobody asked yet.</param>
/// <param name="Offered">Under offer: still waiting for the customer.</param>
/// <param name="OldestSince">Place of the one who has waited longest, those under offer included; null: nobody
/// waits.</param>
[GenerateSerializer, Immutable, Alias("sg.LineStatus")]
public sealed record LineStatus(string Queue, int Waiting, int Offered, DateTimeOffset? OldestSince);
