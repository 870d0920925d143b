using SupportGrid.Substitutes.Orleans.Engine.Turns;

namespace SupportGrid.Substitutes.Orleans.Simulation.Internal;

/// <summary>Hands the mailboxes of one simulated process to the scheduler, until the process is killed.</summary>
internal sealed class SimulatedDispatcher(SimulationScheduler scheduler) : TurnDispatcher
{
    private bool _isDead;

    /// <summary>One turn, so that any other mailbox may come between two turns.</summary>
    internal override int TurnsPerVisit => 1;

    internal override bool IsSingleThreaded => true;

    internal override void Schedule(Mailbox mailbox)
    {
        scheduler.CheckThread(mailbox.Name);
        if (!_isDead)
        {
            scheduler.Add(mailbox, this);
        }
    }

    internal override void Queueing(Mailbox mailbox) => scheduler.CheckThread(mailbox.Name);

    internal override void Starting(Mailbox mailbox, WorkItem item) =>
        scheduler.Trace.Started(mailbox.Name, item.Description);

    internal void Kill()
    {
        _isDead = true;
        scheduler.Drop(this);
    }
}
