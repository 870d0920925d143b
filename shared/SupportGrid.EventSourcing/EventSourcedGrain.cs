using SupportGrid.Contracts.Grains;
using SupportGrid.Domain;
using SupportGrid.EventStore;
using SupportGrid.Kernel;

namespace SupportGrid.EventSourcing;

/// <summary>
/// The one shell around every decider.
/// </summary>
/// <remarks>
/// <para>Life cycle: on activation the snapshot and the tail of the stream are folded. A command is answered in this
/// order: answered this request id already? the same answer → decide → append with the expected version → fold →
/// reply; reactions follow outside of the call.</para>
/// <para>Ordering: one command at a time. Nothing is changed in memory before it is durable.</para>
/// <para>Failure: another activation that appended first is noticed by the store; the tail is read and the command
/// decided anew. When the store cannot say whether an append happened, the exception reaches the caller and the tail
/// is read before the next command; the caller repeats with the same request id.</para>
/// </remarks>
public abstract partial class EventSourcedGrain<TDecider, TState, TCommand, TEvent> : Grain
    where TDecider : IDecider<TState, TCommand, TEvent>
    where TState : class
    where TCommand : class
    where TEvent : class
{
    private readonly EventSourcingServices _services;
    private readonly IPersistentState<StreamSnapshot> _snapshot;
    private readonly RequestJournal _journal;
    private readonly UnrecordedAnswers _unrecorded;
    private readonly ReactionPump _pump;

    // Of the last snapshot that was read, written or tried.
    private long _snapshotVersion;
    private bool _tailUnknown;

    protected EventSourcedGrain(EventSourcingServices services, IPersistentState<StreamSnapshot> snapshot)
    {
        _services = services;
        _snapshot = snapshot;
        _journal = new RequestJournal(services.Options.JournalEntriesMax);
        _unrecorded = new UnrecordedAnswers(services.Options.UnrecordedAnswersMax);
        _pump = new ReactionPump(services, this.PauseAsync);
        State = TDecider.Initial;
    }

    /// <summary>Tenant of the grain's key.</summary>
    protected string Tenant { get; private set; } = "";

    /// <summary>Id of the grain's key.</summary>
    protected string Id { get; private set; } = "";

    protected TState State { get; private set; }

    protected long Version { get; private set; }

    protected long Position { get; private set; }

    protected DateTimeOffset Now => _services.Now;

    /// <summary>Name of the stream within the tenant.</summary>
    protected abstract string StreamName { get; }

    /// <summary>Format of the state in snapshots; raise it when the state's shape changes.</summary>
    protected abstract int SnapshotFormat { get; }

    /// <summary>The command with the instant at which it is decided.</summary>
    protected abstract TCommand Stamp(TCommand command, DateTimeOffset at);

    /// <summary>When the event happened.</summary>
    protected abstract DateTimeOffset InstantOf(TEvent @event);

    /// <summary>What follows from an event. <paramref name="version"/> is that of the event.</summary>
    protected abstract IReadOnlyList<Reaction> React(TState before, TEvent @event, TState after, long version);

    /// <summary>Who beside the stream's own readers must see the event; null: nobody.</summary>
    protected virtual string? AudienceOf(TState before, TEvent @event, TState after) => null;

    /// <summary>How the index of open streams changes; null: not at all.</summary>
    protected virtual StreamMark? MarkOf(TState before, TState after) => null;

    /// <summary>Tenant-wide unique keys that the event claims for this stream.</summary>
    protected virtual IEnumerable<string> ClaimsOf(TEvent @event) => [];

    /// <summary>The next instant at which the state wants a command of its own, and that command; null: none.</summary>
    protected virtual (DateTimeOffset Due, TCommand Command)? DeadlineOf(TState state) => null;

    /// <summary>Called after the state changed, and after activation.</summary>
    protected virtual void OnChanged()
    {
    }

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        (Tenant, Id) = GrainKeys.Parse(this.GetPrimaryKeyString());
        RestoreSnapshot();
        await ReadTailAsync(cancellationToken);
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        if (Version - _snapshotVersion >= _services.Options.SnapshotOnDeactivationEvents && !_tailUnknown)
        {
            await WriteSnapshotAsync();
        }
    }

    /// <summary>The state as the log has it, also after an append of which nobody knew how it ended.</summary>
    /// <exception cref="LogUnavailableException">That cannot be found out yet.</exception>
    protected async Task<Reading<TState>> ReadAsync()
    {
        try
        {
            await LookAfterUnknownAsync();
            return new Reading<TState>(State, Version, Position);
        }
        catch (EventStoreUnavailableException e)
        {
            throw Unavailable(e);
        }
    }

    /// <summary>Answers a command. When the reply arrives, what it says is durable.</summary>
    /// <exception cref="LogUnavailableException">The log cannot be reached; nothing was acknowledged.</exception>
    protected async Task<CommandReply> HandleAsync(TCommand command, CommandMeta meta)
    {
        try
        {
            return await AnswerAsync(command, meta);
        }
        catch (EventStoreUnavailableException e)
        {
            throw Unavailable(e);
        }
    }

    /// <summary>Refuses a command, so that it is refused again when it comes again.</summary>
    protected CommandReply Refuse(Refusal refusal, CommandMeta meta) =>
        _unrecorded.Note(meta, new CommandReply(refusal, Version, Position, Repeated: false));

    /// <summary>The answer that this request id was given before, or null.</summary>
    protected CommandReply? Remembered(CommandMeta meta)
    {
        if (!_journal.TryGet(meta.RequestId, out var entry))
        {
            return _unrecorded.Find(meta);
        }

        return meta.Fingerprint is not null && entry.Fingerprint is not null && meta.Fingerprint != entry.Fingerprint
            ? new CommandReply(ShellRefusals.RequestIdReused, Version, Position, Repeated: false)
            : new CommandReply(null, entry.Version, entry.Position, Repeated: true);
    }

    private LogUnavailableException Unavailable(EventStoreUnavailableException e)
    {
        EventSourcingLog.LogUnavailable(_services.Log, e, StreamLabel.Of(StreamName));
        return new LogUnavailableException(e.Message, e.IsRetryable);
    }

    private async Task<CommandReply> AnswerAsync(TCommand command, CommandMeta meta)
    {
        await LookAfterUnknownAsync();
        for (var retries = 0; ; retries++)
        {
            if (Remembered(meta) is { } answered)
            {
                return answered;
            }

            var decision = TDecider.Decide(State, Stamp(command, Now));
            if (decision.Refusal is { } refusal)
            {
                return Refuse(refusal, meta);
            }

            if (decision.Events.Count == 0)
            {
                // Of the platform's own messages nobody compares the answers.
                var nothing = new CommandReply(null, Version, Position, Repeated: false);
                return meta.Fingerprint is null ? nothing : _unrecorded.Note(meta, nothing);
            }

            if (await AppendAsync(decision.Events, meta) is { } reply)
            {
                return reply;
            }

            if (retries == _services.Options.ConflictRetriesMax)
            {
                throw new EventStoreUnavailableException(
                    $"Stream {StreamLabel.Of(StreamName)} is written by another activation; try again with the same request id.",
                    isRetryable: true);
            }
        }
    }
}
