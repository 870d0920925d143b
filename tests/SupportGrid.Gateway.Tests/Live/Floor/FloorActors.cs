using System.Collections.Concurrent;
using System.Collections.Immutable;
using SupportGrid.Contracts.Grains;
using SupportGrid.Domain.Agents;
using SupportGrid.Domain.Interactions;
using SupportGrid.Domain.Wallboards;

namespace SupportGrid.Gateway.Tests.Live.Floor;

/// <summary>What the actors of the small floor know and were asked.</summary>
internal sealed class FloorActors(SmallFloor floor)
{
    private readonly ConcurrentDictionary<string, bool> _known = new();
    private int _placesAsked;

    public SmallFloor Floor { get; } = floor;

    /// <summary>Runs before a state is read: how a test lets things happen during a snapshot.</summary>
    public Func<Task>? DuringReads { get; set; }

    /// <summary>Whether desks that open and close leave events in the session's stream.</summary>
    public bool RecordsDesks { get; set; }

    /// <summary>Whether the queue was taken out of service.</summary>
    public bool IsBillingRetired { get; set; }

    /// <summary>Whether the dispatcher has taken up all that is open.</summary>
    public bool IsLineWhole { get; set; } = true;

    /// <summary>What everybody is told to wait for each place in the line.</summary>
    public int MinutesPerPlace { get; set; } = 1;

    /// <summary>Commands that desks sent, in order.</summary>
    public ConcurrentQueue<AgentCommand> Commands { get; } = new();

    public int Renewals { get; private set; }

    public int PlacesAsked => Volatile.Read(ref _placesAsked);

    public Task BeforeReadAsync() => DuringReads?.Invoke() ?? Task.CompletedTask;

    /// <summary>The session forgets its desk streams, as an actor that was moved does.</summary>
    public void ForgetDesks() => _known.Clear();

    public bool Renew(string connectionId)
    {
        Renewals++;
        return _known.ContainsKey(connectionId);
    }

    /// <summary>The board that the actor has folded so far; it may lie behind the log.</summary>
    public Func<Task<BoardReading>> ReadBoardAsync { get; set; } =
        static () => Task.FromResult(new BoardReading(Wallboard.Empty, 0));

    public async Task<CommandReply> ExecuteAsync(string agent, AgentCommand command)
    {
        Commands.Enqueue(command);
        var reading = Floor.Agent(agent);
        var refusal = RecordsDesks
            ? await Floor.DoAsync(agent, command)
            : AgentDecider.Decide(reading.State, command).Refusal;
        if (command is ConnectDesk connect && refusal is null)
        {
            _known[connect.ConnectionId] = true;
        }

        reading = Floor.Agent(agent);
        return new CommandReply(refusal, reading.Version, reading.Position, false);
    }

    public ImmutableArray<LinePlace> Places(ImmutableArray<string> interactions)
    {
        Interlocked.Increment(ref _placesAsked);
        return [.. Line("billing", int.MaxValue).Places.Where(p => interactions.Contains(p.Interaction))];
    }

    public QueueLine Line(string queue, int limit)
    {
        var waiting = Floor.Interactions
            .Select(id => (Id: id, State: Floor.Interaction(id).State as Interaction.Queued))
            .Where(w => w.State?.Facts.Queue == queue)
            .OrderBy(w => w.State!.Facts.Place)
            .ThenBy(w => w.Id, StringComparer.Ordinal)
            .Select((w, i) => new LinePlace(
                w.Id, queue, i + 1, TimeSpan.FromMinutes((i + 1) * MinutesPerPlace), null, "ewt.test@1"))
            .ToImmutableArray();
        return new QueueLine(queue, waiting.Length, [.. waiting.Take(limit)], null, null, "ewt.test@1")
        {
            IsWhole = IsLineWhole,
        };
    }
}
