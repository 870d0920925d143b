using SupportGrid.Kernel;

namespace SupportGrid.EventSourcing;

/// <content>Loading: snapshot and tail; and writing snapshots.</content>
public abstract partial class EventSourcedGrain<TDecider, TState, TCommand, TEvent>
{
    private void RestoreSnapshot()
    {
        var snapshot = _snapshot.State;
        if (!_snapshot.RecordExists || snapshot.Format != SnapshotFormat)
        {
            return;
        }

        try
        {
            State = StateJson.Read<TState>(snapshot.State);
        }
        catch (Exception e) when (e is System.Text.Json.JsonException or NotSupportedException)
        {
            EventSourcingLog.SnapshotUnusable(_services.Log, e, StreamLabel.Of(StreamName));
            return;
        }

        Version = snapshot.Version;
        Position = snapshot.Position;
        _snapshotVersion = snapshot.Version;
        foreach (var entry in snapshot.Journal)
        {
            _journal.Note(entry);
        }
    }

    /// <summary>
    /// Finds out what became of an append that failed. If it happened after all, what follows from it is carried out
    /// now, before what follows from anything later: the sweeper would come when others had overtaken it.
    /// </summary>
    private async Task LookAfterUnknownAsync()
    {
        if (_tailUnknown)
        {
            await ReadTailAsync(CancellationToken.None, carriesOut: true);
        }
    }

    /// <param name="carriesOut">Whether this activation may be the one that appended what it finds.</param>
    private async Task ReadTailAsync(CancellationToken cancellationToken, bool carriesOut = false)
    {
        var page = _services.Options.ReadPageEvents;
        while (true)
        {
            var events = await _services.Store.ReadStreamAsync(Tenant, StreamName, Version, page, cancellationToken);
            foreach (var recorded in events)
            {
                Invariant.Holds(recorded.Version == Version + 1, $"{StreamLabel.Of(StreamName)} has no hole after version {Version}");
                var @event = recorded.Body ?? _services.Events.Decode(recorded.Type, recorded.SchemaVersion, recorded.Data);
                var before = State;
                State = TDecider.Evolve(before, (TEvent)@event);
                Version = recorded.Version;
                Position = recorded.Position;
                if (carriesOut)
                {
                    var reactions = React(before, (TEvent)@event, State, Version);
                    for (var index = 0; index < reactions.Count; index++)
                    {
                        CarryOut(reactions[index], Position, Version, index, recorded.CorrelationId);
                    }
                }

                if (recorded.RequestId is { } requestId)
                {
                    _journal.Note(new JournalEntry(requestId, recorded.RequestHash, Version, Position));
                }
            }

            if (events.Count < page)
            {
                _tailUnknown = false;
                _pump.Start();
                ArmDeadline();
                OnChanged();
                return;
            }
        }
    }

    private Task SnapshotIfDueAsync() =>
        Version - _snapshotVersion >= _services.Options.SnapshotEveryEvents ? WriteSnapshotAsync() : Task.CompletedTask;

    private async Task WriteSnapshotAsync()
    {
        // Also when it fails: what cannot be stored now is not serialised again at every append.
        _snapshotVersion = Version;
        _snapshot.State = new StreamSnapshot
        {
            Format = SnapshotFormat,
            Version = Version,
            Position = Position,
            State = StateJson.Write(State),
            Journal = [.. _journal.Entries],
        };
        try
        {
            await _snapshot.WriteStateAsync();
        }
        catch (Exception e)
        {
            // Only a saving was lost. The tag may be another activation's: read it, so that the next attempt can win.
            EventSourcingLog.SnapshotNotWritten(_services.Log, e, StreamLabel.Of(StreamName));
            await RefreshSnapshotTagAsync();
        }
    }

    private async Task RefreshSnapshotTagAsync()
    {
        try
        {
            await _snapshot.ReadStateAsync();
        }
        catch (Exception e)
        {
            EventSourcingLog.SnapshotUnusable(_services.Log, e, StreamLabel.Of(StreamName));
        }
    }
}
