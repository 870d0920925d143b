using SupportGrid.Contracts.Grains;
using SupportGrid.Domain;
using SupportGrid.EventStore;

namespace SupportGrid.EventSourcing;

/// <content>The only place that appends.</content>
public abstract partial class EventSourcedGrain<TDecider, TState, TCommand, TEvent>
{
    /// <returns>The reply, or null when another activation appended first and the tail has been read.</returns>
    private async Task<CommandReply?> AppendAsync(IReadOnlyList<TEvent> events, CommandMeta meta)
    {
        var candidate = Prepare(events, meta);
        AppendResult result;
        try
        {
            result = await _services.Store.AppendAsync(candidate.Request);
        }
        catch (EventStoreUnavailableException)
        {
            // Whether it happened is not known: look before the next command.
            _tailUnknown = true;
            throw;
        }

        switch (result)
        {
            case AppendResult.Appended appended:
                Adopt(candidate, appended, meta);
                await SnapshotIfDueAsync();
                return new CommandReply(null, Version, Position, Repeated: false);

            case AppendResult.WrongVersion wrong:
                EventSourcingLog.Overtaken(_services.Log, StreamLabel.Of(StreamName), wrong.Actual);
                await ReadTailAsync(CancellationToken.None);
                return null;

            case AppendResult.ClaimTaken:
                return Refuse(ShellRefusals.ClaimTaken, meta);

            default:
                throw new System.Diagnostics.UnreachableException($"The store answered {result.GetType().Name}.");
        }
    }

    private Candidate Prepare(IReadOnlyList<TEvent> events, CommandMeta meta)
    {
        var state = State;
        var recorded = new NewEvent[events.Count];
        List<NewReaction>? encoded = null;
        List<(int Event, int Index, Reaction Reaction)>? reactions = null;
        List<string>? claims = null;
        for (var i = 0; i < events.Count; i++)
        {
            var @event = events[i];
            var after = TDecider.Evolve(state, @event);
            var body = _services.Events.Encode(@event);
            var at = InstantOf(@event);
            recorded[i] = new NewEvent(_services.Ids.Next(at), body.Type, body.SchemaVersion, at, body.Data)
            {
                Audience = AudienceOf(state, @event, after),
                Body = @event,
            };
            var index = 0;
            foreach (var reaction in React(state, @event, after, Version + i + 1))
            {
                var data = _services.Reactions.Encode(reaction);
                (encoded ??= []).Add(new NewReaction(i, index, data.Kind, data.Data));
                (reactions ??= []).Add((i, index, reaction));
                index++;
            }

            foreach (var claim in ClaimsOf(@event))
            {
                (claims ??= []).Add(claim);
            }

            state = after;
        }

        var request = new AppendRequest(Tenant, StreamName, Version, recorded)
        {
            Reactions = encoded ?? (IReadOnlyList<NewReaction>)[],
            RequestId = meta.RequestId,
            RequestHash = meta.Fingerprint,
            Actor = meta.Actor.Length == 0 ? null : meta.Actor,
            CorrelationId = meta.CorrelationId,
            Mark = MarkOf(State, state),
            Claims = claims ?? (IReadOnlyList<string>)[],
        };
        return new Candidate(request, state, reactions ?? (IReadOnlyList<(int, int, Reaction)>)[]);
    }

    private void Adopt(Candidate candidate, AppendResult.Appended appended, CommandMeta meta)
    {
        var before = Version;
        State = candidate.State;
        Version = appended.Version;
        Position = appended.LastPosition;
        _journal.Note(new JournalEntry(meta.RequestId, meta.Fingerprint, Version, Position));
        foreach (var (@event, index, reaction) in candidate.Reactions)
        {
            CarryOut(reaction, appended.FirstPosition + @event, before + @event + 1, index, meta.CorrelationId);
        }

        _pump.Start();
        ArmDeadline();
        OnChanged();
    }

    /// <summary>Hands a reaction to the pump, under the key that it has in the outbox.</summary>
    private void CarryOut(Reaction reaction, long position, long version, int index, string? correlationId) =>
        _pump.Add(new ReactionPump.Work(
            Tenant,
            reaction,
            new ReactionKey(position, index),
            new CommandMeta(ReactionIds.Of(StreamName, version, index), null, "", correlationId)));

    private sealed record Candidate(
        AppendRequest Request, TState State, IReadOnlyList<(int Event, int Index, Reaction Reaction)> Reactions);
}
