using SupportGrid.Substitutes.Orleans.Engine.Timers;

namespace SupportGrid.Substitutes.Orleans.Engine.Activations;

/// <summary>Whether an activation is in use, its timers and its enumerations.</summary>
internal sealed partial class Activation
{
    private readonly List<GrainTimer> _timers = [];
    private readonly List<IActivationEnumeration> _enumerations = [];
    private long _keepUntil;

    /// <summary>When it was last used, as a timestamp of the engine's clock.</summary>
    internal long LastUsed { get; private set; }

    public void DelayDeactivation(TimeSpan delay)
    {
        lock (Gate)
        {
            _keepUntil = delay == Timeout.InfiniteTimeSpan || delay == TimeSpan.MaxValue
                ? long.MaxValue
                : Engine.Time.GetTimestamp() + (long)(delay.TotalSeconds * Engine.Time.TimestampFrequency);
        }
    }

    /// <summary>Ends it if it was idle for the given time.</summary>
    internal bool CollectIfIdle(TimeSpan age)
    {
        lock (Gate)
        {
            var now = Engine.Time.GetTimestamp();
            if (!IsOpen || !IsIdle_NeedsGate || now < _keepUntil || Engine.Time.GetElapsedTime(LastUsed, now) < age)
            {
                return false;
            }
        }

        Deactivate(new DeactivationReason(DeactivationReasonCode.ActivationIdle, $"It was idle for {age}."));
        return true;
    }

    internal void Add(GrainTimer timer)
    {
        lock (Gate)
        {
            _timers.Add(timer);
        }
    }

    internal void Remove(GrainTimer timer)
    {
        lock (Gate)
        {
            _timers.Remove(timer);
        }
    }

    internal void Add(IActivationEnumeration enumeration)
    {
        lock (Gate)
        {
            _enumerations.Add(enumeration);
        }
    }

    internal void Remove(IActivationEnumeration enumeration)
    {
        lock (Gate)
        {
            _enumerations.Remove(enumeration);
        }
    }

    protected override void Used_NeedsGate() => LastUsed = Engine.Time.GetTimestamp();

    /// <summary>Ends its timers and cuts off its enumerations.</summary>
    private void StopUses()
    {
        GrainTimer[] timers;
        IActivationEnumeration[] enumerations;
        lock (Gate)
        {
            timers = [.. _timers];
            enumerations = [.. _enumerations];
        }

        foreach (var enumeration in enumerations)
        {
            RunInTurn(static cut => ((IActivationEnumeration)cut!).Abort(), enumeration);
        }

        foreach (var timer in timers)
        {
            timer.Dispose();
        }
    }
}
