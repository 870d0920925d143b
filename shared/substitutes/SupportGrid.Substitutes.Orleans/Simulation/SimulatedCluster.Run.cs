using SupportGrid.Substitutes.Orleans.Simulation.Internal;

namespace SupportGrid.Substitutes.Orleans.Simulation;

/// <summary>How the simulation is driven.</summary>
public sealed partial class SimulatedCluster
{
    /// <summary>Runs until the work has ended; throws what it throws.</summary>
    /// <exception cref="SimulationStuckException">It does not end.</exception>
    /// <exception cref="EscapedWorkException">Code left the scheduler.</exception>
    public void Run(Func<Task> work, TimeSpan? virtualTimeMax = null) => Run(
        async () =>
        {
            await work();
            return true;
        },
        virtualTimeMax);

    /// <inheritdoc cref="Run(Func{Task}, TimeSpan?)"/>
    public T Run<T>(Func<Task<T>> work, TimeSpan? virtualTimeMax = null)
    {
        var task = new ActorMailbox(_outside, "test").Start(work);
        Pump(() => task.IsCompleted, virtualTimeMax ?? _options.VirtualTimeMax, "the work given to Run");
        return task.GetAwaiter().GetResult();
    }

    /// <summary>Runs until the condition holds. It is looked at after every turn.</summary>
    /// <exception cref="SimulationStuckException">It does not come to hold.</exception>
    /// <exception cref="EscapedWorkException">Code left the scheduler.</exception>
    public void RunUntil(Func<bool> condition, TimeSpan? virtualTimeMax = null, string awaited = "the condition") =>
        Pump(condition, virtualTimeMax ?? _options.VirtualTimeMax, awaited);

    /// <summary>Runs for a stretch of virtual time, all that is due at its end included.</summary>
    /// <exception cref="EscapedWorkException">Code left the scheduler.</exception>
    public void RunFor(TimeSpan time)
    {
        var end = Time.Elapsed + time;
        Pump(() => !_scheduler.HasReady && !(Time.NextDue() <= end), time, "the end of the stretch");
        Time.Advance(end - Time.Elapsed);
    }

    /// <summary>Runs until nothing is ready, without time passing.</summary>
    /// <exception cref="EscapedWorkException">Code left the scheduler.</exception>
    public void RunUntilQuiet() => Pump(() => !_scheduler.HasReady, TimeSpan.Zero, "quiet");

    private void Pump(Func<bool> isDone, TimeSpan virtualTimeMax, string awaited)
    {
        var outer = SynchronizationContext.Current;
        var outerValues = RequestContext.Values;
        SynchronizationContext.SetSynchronizationContext(null);
        RequestContext.Values = null;
        _scheduler.IsPumping = true;
        EscapeListener.Watch(_options.DetectsEscapes ? _scheduler : null);
        try
        {
            PumpHere(isDone, Time.Elapsed + virtualTimeMax, awaited);
        }
        finally
        {
            EscapeListener.Watch(null);
            _scheduler.IsPumping = false;
            RequestContext.Values = outerValues;
            SynchronizationContext.SetSynchronizationContext(outer);
        }
    }

    private void PumpHere(Func<bool> isDone, TimeSpan end, string awaited)
    {
        var instant = Time.Elapsed;
        var turnsOfInstant = 0;
        while (!isDone())
        {
            CrashIfPlanned();
            _scheduler.ThrowIfEscaped();
            if (Time.Elapsed != instant)
            {
                (instant, turnsOfInstant) = (Time.Elapsed, 0);
            }

            if (++turnsOfInstant > _options.TurnsPerInstantMax)
            {
                throw Stuck(awaited, "turns go on without time passing");
            }

            if (!_scheduler.TryRunTurn() && !Time.TryAdvanceToNext(end))
            {
                throw Stuck(awaited, Time.NextDue() is { } due
                    ? $"the next timer is due at {due:c}, after the limit {end:c}"
                    : "nothing is ready and no timer is set");
            }
        }

        _scheduler.ThrowIfEscaped();
    }

    private void CrashIfPlanned()
    {
        if (Turns >= _crashAtTurn)
        {
            _crashAtTurn = long.MaxValue;
            if (IsUp)
            {
                Crash();
            }
        }
    }

    private SimulationStuckException Stuck(string awaited, string reason) => new(SimulationReport.Write(
        $"Waited for {awaited}, but {reason}.",
        Seed,
        Time,
        _trace,
        _process?.Engine,
        [.. _actors.Where(actor => !actor.Task.IsCompleted).Select(actor => actor.Name)]));
}
