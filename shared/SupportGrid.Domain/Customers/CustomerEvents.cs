using SupportGrid.Domain.Empathy;

namespace SupportGrid.Domain.Customers;

/// <summary>What happened to a customer. A change of this file is a change of what is stored for ever.</summary>
public abstract record CustomerEvent(DateTimeOffset At);

/// <param name="Identity">"kind:value", such as "email:ann@example.org"; claimed tenant-wide.</param>
public sealed record CustomerIdentified(string Customer, string Identity, DateTimeOffset At) : CustomerEvent(At);

public sealed record CustomerNamed(string Customer, string Name, DateTimeOffset At) : CustomerEvent(At);

/// <summary>A contact began, or one that was concluded goes on.</summary>
/// <param name="Reopening">How often the interaction was reopened; 0: it was just opened.</param>
public sealed record ContactBegun(
    string Customer,
    string Interaction,
    int Reopening,
    string Queue,
    Channel Channel,
    string Subject,
    DateTimeOffset At) : CustomerEvent(At);

public sealed record ContactServed(string Interaction, string Agent, DateTimeOffset At) : CustomerEvent(At);

/// <param name="Outcome">"served", "abandoned", "short_abandoned", or the wrap-up code.</param>
public sealed record ContactConcluded(string Interaction, string Outcome, DateTimeOffset At) : CustomerEvent(At);

/// <summary>How the customer fares in one of the interactions; it replaces what was noted of that one before.</summary>
public sealed record ExperienceNoted(Experience Experience, DateTimeOffset At) : CustomerEvent(At);
