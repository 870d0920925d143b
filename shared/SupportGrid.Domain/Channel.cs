namespace SupportGrid.Domain;

/// <summary>How the customer reaches us. Numbers are persisted: the list grows and never changes.</summary>
public enum Channel
{
    Voice = 1,
    Chat = 2,
    Email = 3,
    Sms = 4,
    Social = 5,
    Callback = 6,
}
