namespace SupportGrid.Domain.Queues;

/// <summary>What happened to a queue. A change of this file is a change of what is stored for ever.</summary>
public abstract record QueueEvent(DateTimeOffset At);

public sealed record PolicyAdopted(QueuePolicy Policy, DateTimeOffset At) : QueueEvent(At);

/// <summary>It takes no new interactions; those in it are served.</summary>
public sealed record QueueRetired(string Queue, DateTimeOffset At) : QueueEvent(At);
