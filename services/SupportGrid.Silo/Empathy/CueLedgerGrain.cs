using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupportGrid.Contracts.Grains;
using SupportGrid.Domain;
using SupportGrid.Domain.Empathy;
using SupportGrid.EventSourcing;

namespace SupportGrid.Silo.Empathy;

/// <summary>How right each kind of cue was in one tenant, and which kinds are silenced.</summary>
public sealed class CueLedgerGrain(
    EventSourcingServices services,
    IOptions<SiloOptions> options,
    SilencedCues silenced,
    CueMetrics metrics,
    ILogger<CueLedgerGrain> log,
    [PersistentState("cues", SnapshotStorage.Name)] IPersistentState<StreamSnapshot> snapshot)
    : EventSourcedGrain<CueLedgerDecider, CueLedger, CueLedgerCommand, CueLedgerEvent>(services, snapshot),
        ICueLedgerGrain
{
    protected override string StreamName => Streams.Cues;

    protected override int SnapshotFormat => 1;

    public async Task<CommandReply> Execute(CueLedgerCommand command, CommandMeta meta)
    {
        var before = State.Silenced;
        var reply = await HandleAsync(command, meta);
        if (command is CountCueAnswer { Kind: var kind, Answer: var answer } && !reply.Repeated)
        {
            metrics.Answered(kind, answer);
        }

        foreach (var now in State.Silenced.Except(before))
        {
            var tally = State.Of(now);
            metrics.Silenced(now);
            SiloLog.CueKindSilenced(log, now, tally.Useful, tally.Judged);
        }

        return reply;
    }

    public async Task<CueLedgerReading> Read()
    {
        var reading = await ReadAsync();
        return new CueLedgerReading(
            reading.State, Floor, options.Value.CueAnswersMin, reading.Version, reading.Position);
    }

    protected override void OnChanged() => silenced.Put(Tenant, State.Silenced, Now);

    /// <summary>What a kind is judged by is this process's to say, whoever asks.</summary>
    protected override CueLedgerCommand Stamp(CueLedgerCommand command, DateTimeOffset at) => command switch
    {
        CountCueAnswer c => c with { At = at, Floor = Floor, AnswersMin = options.Value.CueAnswersMin },
        _ => command with { At = at },
    };

    protected override DateTimeOffset InstantOf(CueLedgerEvent @event) => @event.At;

    protected override IReadOnlyList<Reaction> React(
        CueLedger before, CueLedgerEvent @event, CueLedger after, long version) => [];

    private int Floor => options.Value.CuePrecisionFloorPermille;
}
