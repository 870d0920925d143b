namespace SupportGrid.Domain.Queues;

/// <summary>What follows from a queue's events.</summary>
public static class QueueReactions
{
    /// <param name="version">Version of the stream after the event.</param>
    /// <remarks>A retired queue keeps its policy with the dispatcher: those who wait in it are served.</remarks>
    public static IReadOnlyList<Reaction> React(QueueState before, QueueEvent @event, QueueState after, long version) =>
        @event is PolicyAdopted e ? [new TellPolicy(e.Policy)] : [];
}
