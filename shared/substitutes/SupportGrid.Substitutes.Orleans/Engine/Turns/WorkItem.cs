namespace SupportGrid.Substitutes.Orleans.Engine.Turns;

/// <summary>Something a mailbox starts in a turn: a call, a tick, the activation itself.</summary>
/// <remarks>
/// A mailbox calls <see cref="Start"/> once, on its scheduler. The item calls <see cref="Mailbox.Ended"/> once, on the
/// same scheduler, when its work has ended, at once or after any number of turns.
/// </remarks>
internal abstract class WorkItem
{
    /// <summary>Neighbours in the one list, waiting or running, that the item is in.</summary>
    internal WorkItem? Next;
    internal WorkItem? Previous;

    /// <summary>
    /// The mailbox it was posted to last. It changes only when an ended activation hands its items on.
    /// </summary>
    internal Mailbox? Mailbox;

    /// <summary>The values that travel with it.</summary>
    internal RequestContextValues? Context;

    /// <summary>Guarded by the mailbox.</summary>
    internal bool IsWaiting;

    /// <summary>Whether it may run while any other item does, and any other while it does.</summary>
    internal virtual bool AlwaysInterleaves => false;

    /// <summary>Whether it may run together with other such items.</summary>
    internal virtual bool IsReadOnly => false;

    /// <summary>Whether it counts as use of the activation.</summary>
    internal virtual bool KeepsActive => true;

    /// <summary>What it is, for people and traces: the same in every run of a simulation.</summary>
    internal abstract string Description { get; }

    /// <summary>Whether it may go to another mailbox when this one closes before it starts.</summary>
    internal virtual bool MayMove => false;

    /// <summary>Whether it may start before others that were posted earlier, if those have to wait.</summary>
    internal bool MayOvertake => AlwaysInterleaves || IsReadOnly || (Context?.ReentrancyId ?? Guid.Empty) != Guid.Empty;

    internal abstract void Start(Mailbox mailbox);

    /// <summary>It will never start.</summary>
    internal abstract void Reject(Exception error);
}
