namespace SupportGrid.Substitutes.Orleans.Engine.Turns;

/// <summary>Runs turns on the thread pool: what every real process uses.</summary>
internal sealed class ThreadPoolDispatcher : TurnDispatcher
{
    internal override int TurnsPerVisit => 64;

    internal override void Schedule(Mailbox mailbox) => ThreadPool.UnsafeQueueUserWorkItem(mailbox, preferLocal: true);

    internal override void ScheduleLater(Mailbox mailbox) =>
        ThreadPool.UnsafeQueueUserWorkItem(mailbox, preferLocal: false);
}
