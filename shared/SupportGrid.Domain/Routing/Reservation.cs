namespace SupportGrid.Domain.Routing;

/// <summary>
/// What a decision holds until the log shows what became of it: room at the agent, until the agent's own version
/// carries the offer; and the item out of the line, until it is removed. A release gives both back.
/// </summary>
[GenerateSerializer, Immutable, Alias("sg.Reservation")]
public sealed record Reservation(
    string Offer, string Interaction, string Agent, Channel Channel, DateTimeOffset At);
