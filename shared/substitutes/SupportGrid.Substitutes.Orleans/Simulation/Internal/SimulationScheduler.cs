using SupportGrid.Substitutes.Orleans.Engine.Turns;

namespace SupportGrid.Substitutes.Orleans.Simulation.Internal;

/// <summary>Runs the turns of all mailboxes on one thread; the seed decides which of the ready ones is next.</summary>
internal sealed class SimulationScheduler(SimulatedRandom random, SimulationTrace trace)
{
    private readonly Lock _gate = new();
    private readonly List<(Mailbox Mailbox, SimulatedDispatcher Dispatcher)> _ready = [];
    private int _pumpThread;
    private string? _escape;

    /// <summary>Says that this thread runs the turns from now on, or that none does.</summary>
    internal bool IsPumping
    {
        set => Volatile.Write(ref _pumpThread, value ? Environment.CurrentManagedThreadId : 0);
    }

    internal SimulationTrace Trace => trace;

    internal bool HasReady
    {
        get
        {
            lock (_gate)
            {
                return _ready.Count != 0;
            }
        }
    }

    internal void Add(Mailbox mailbox, SimulatedDispatcher dispatcher)
    {
        lock (_gate)
        {
            _ready.Add((mailbox, dispatcher));
        }
    }

    /// <summary>Runs one turn of a ready mailbox; false if none is ready.</summary>
    internal bool TryRunTurn()
    {
        Mailbox mailbox;
        lock (_gate)
        {
            if (_ready.Count == 0)
            {
                return false;
            }

            var chosen = random.Next(_ready.Count);
            mailbox = _ready[chosen].Mailbox;
            _ready[chosen] = _ready[^1];
            _ready.RemoveAt(_ready.Count - 1);
        }

        trace.Turn(mailbox.Name);
        mailbox.RunTurns(1);
        return true;
    }

    /// <summary>Forgets the mailboxes of a killed process.</summary>
    internal void Drop(SimulatedDispatcher dispatcher)
    {
        lock (_gate)
        {
            _ready.RemoveAll(entry => ReferenceEquals(entry.Dispatcher, dispatcher));
        }
    }

    /// <summary>Notes that work comes from another thread than the one that runs the turns.</summary>
    internal void CheckThread(string place)
    {
        var pump = Volatile.Read(ref _pumpThread);
        if (pump != 0 && pump != Environment.CurrentManagedThreadId)
        {
            Escaped($"Work came back to {place} from another thread.\n{Environment.StackTrace}");
        }
    }

    internal void Escaped(string description) => Interlocked.CompareExchange(ref _escape, description, null);

    /// <exception cref="EscapedWorkException">Code left the scheduler.</exception>
    internal void ThrowIfEscaped()
    {
        if (Interlocked.Exchange(ref _escape, null) is { } escape)
        {
            throw new EscapedWorkException(escape);
        }
    }
}
