using SupportGrid.Domain.Empathy;

namespace SupportGrid.Domain.Customers;

/// <summary>What may be asked of a customer.</summary>
[GenerateSerializer, Immutable, Alias("sg.CustomerCommand")]
public abstract record CustomerCommand(DateTimeOffset At);

[GenerateSerializer, Immutable, Alias("sg.IdentifyCustomer")]
public sealed record IdentifyCustomer(string Customer, string? Name, string? Identity, DateTimeOffset At)
    : CustomerCommand(At);

/// <param name="Reopening">How often the interaction was reopened; 0: it was just opened.</param>
[GenerateSerializer, Immutable, Alias("sg.BeginContact")]
public sealed record BeginContact(
    string Customer,
    string Name,
    string Interaction,
    int Reopening,
    string Queue,
    Channel Channel,
    string Subject,
    DateTimeOffset At) : CustomerCommand(At);

/// <param name="At">When the agent connected: told late or again, it is no newer than that.</param>
[GenerateSerializer, Immutable, Alias("sg.NoteService")]
public sealed record NoteService(string Interaction, string Agent, DateTimeOffset At) : CustomerCommand(At);

/// <param name="Reopening">As in <see cref="BeginContact"/>.</param>
[GenerateSerializer, Immutable, Alias("sg.ConcludeContact")]
public sealed record ConcludeContact(string Interaction, int Reopening, string Outcome, DateTimeOffset At)
    : CustomerCommand(At);

/// <summary>Told by an interaction when the customer's feeling moved, and at its end.</summary>
[GenerateSerializer, Immutable, Alias("sg.NoteExperience")]
public sealed record NoteExperience(Experience Experience, DateTimeOffset At) : CustomerCommand(At);
