namespace SupportGrid.Substitutes.Orleans.Engine.Turns;

/// <summary>Decides when and where a mailbox that has work runs its turns.</summary>
internal abstract class TurnDispatcher
{
    /// <summary>How many turns a mailbox takes before others get theirs.</summary>
    internal abstract int TurnsPerVisit { get; }

    /// <summary>Whether all turns run on one thread.</summary>
    internal virtual bool IsSingleThreaded => false;

    /// <summary>Sees to it that <see cref="Mailbox.RunTurns"/> is called soon, once, on some thread.</summary>
    internal abstract void Schedule(Mailbox mailbox);

    /// <summary>The same for a mailbox that has used up its visit: others go first.</summary>
    internal virtual void ScheduleLater(Mailbox mailbox) => Schedule(mailbox);

    /// <summary>A continuation is handed to a mailbox: for checks.</summary>
    internal virtual void Queueing(Mailbox mailbox)
    {
    }

    /// <summary>An item starts: for traces.</summary>
    internal virtual void Starting(Mailbox mailbox, WorkItem item)
    {
    }
}
