namespace SupportGrid.Domain.Queues;

/// <summary>What may be asked of a queue.</summary>
[GenerateSerializer, Immutable, Alias("sg.QueueCommand")]
public abstract record QueueCommand(DateTimeOffset At);

[GenerateSerializer, Immutable, Alias("sg.AdoptPolicy")]
public sealed record AdoptPolicy(QueuePolicy Policy, DateTimeOffset At) : QueueCommand(At);

/// <param name="Version">The policy that goes; a newer one stays, so that a late repeat does no harm.</param>
[GenerateSerializer, Immutable, Alias("sg.RetireQueue")]
public sealed record RetireQueue(string Queue, int Version, DateTimeOffset At) : QueueCommand(At);
