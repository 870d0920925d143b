namespace SupportGrid.Domain;

/// <summary>How the customer reaches us. Names are persisted: the list grows, and no name changes.</summary>
public enum Channel
{
    Voice = 1,
    Chat = 2,
    Email = 3,
    Sms = 4,
    Social = 5,
    Callback = 6,
}
