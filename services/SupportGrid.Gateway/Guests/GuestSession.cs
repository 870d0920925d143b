namespace SupportGrid.Gateway.Guests;

/// <summary>A visitor who was let in.</summary>
/// <param name="IsRenewed">Whether the customer is the one of the session before.</param>
public sealed record GuestSession(string Token, string Customer, TimeSpan Lifetime, bool IsRenewed);
