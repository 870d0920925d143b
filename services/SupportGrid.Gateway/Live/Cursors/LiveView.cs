namespace SupportGrid.Gateway.Live.Cursors;

/// <summary>The views that streams show. Numbers are part of cursors: the list grows and never changes.</summary>
public enum LiveView
{
    Customer = 1,
    Desk = 2,
    Wallboard = 3,
    Queue = 4,
    Agents = 5,
    Interactions = 6,
    Events = 7,
    Alerts = 8,
}
