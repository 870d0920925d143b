namespace SupportGrid.EventStore.Sqlite;

/// <summary>
/// The one connection that writes, and what it knows of the log without asking the disk: the head and the versions of
/// streams. For one thread at a time.
/// </summary>
/// <remarks>
/// Begin, any number of writes, then commit or roll back. A write that is refused changes nothing, so the transaction
/// around it goes on. After a roll back (or a failed commit, whose outcome only the disk knows) the session forgets
/// what it knew and asks again.
/// </remarks>
internal sealed class WriteSession(Database database, StreamVersions versions) : IDisposable
{
    private readonly List<RecordedEvent> _uncommitted = [];
    private long? _head;

    private Statement BeginStatement => field ??= database.Prepare("BEGIN IMMEDIATE");

    private Statement CommitStatement => field ??= database.Prepare("COMMIT");

    public Database Database => database;

    /// <summary>The last position written, committed or not.</summary>
    public long Head => _head ??= database.Events.Head();

    public void Begin()
    {
        _uncommitted.Clear();
        BeginStatement.Execute();
    }

    /// <summary>Makes the transaction durable and returns what was appended, in order.</summary>
    public RecordedEvent[] Commit()
    {
        CommitStatement.Execute();
        return _uncommitted.ToArray();
    }

    public void RollBack()
    {
        _uncommitted.Clear();
        versions.Clear();
        _head = null;
        if (database.InTransaction)
        {
            database.Run("ROLLBACK");
        }
    }

    /// <summary>Appends within the transaction, or refuses without having changed anything.</summary>
    public AppendResult Append(AppendRequest request)
    {
        var actual = VersionOf(request.Tenant, request.Stream);
        if (actual != request.ExpectedVersion)
        {
            return new AppendResult.WrongVersion(actual);
        }

        if (FirstTakenClaim(request) is { } taken)
        {
            return taken;
        }

        var first = Head + 1;
        for (var i = 0; i < request.Events.Count; i++)
        {
            var recorded = Record(request, i, first + i, actual + 1 + i);
            Insert(recorded);
            _uncommitted.Add(recorded);
        }

        InsertWhatFollows(request, first);
        return new AppendResult.Appended(first, Head, actual + request.Events.Count);
    }

    /// <summary>
    /// Writes one event as it is; its position and version must be the next ones. It is not kept for the commit.
    /// </summary>
    public void Insert(RecordedEvent added)
    {
        database.Events.Insert(added);
        _head = added.Position;
        versions.Set(added.Tenant, added.Stream, added.Version);
    }

    public long VersionOf(string tenant, string stream)
    {
        if (versions.Find(tenant, stream) is { } known)
        {
            return known;
        }

        var version = database.Events.Version(tenant, stream);
        versions.Set(tenant, stream, version);
        return version;
    }

    public void Dispose() => database.Dispose();

    private static RecordedEvent Record(AppendRequest request, int index, long position, long version)
    {
        var added = request.Events[index];
        return new RecordedEvent(
            position,
            request.Tenant,
            request.Stream,
            version,
            added.EventId,
            added.Type,
            added.SchemaVersion,
            added.At.ToUniversalTime(),
            added.Data)
        {
            RequestId = request.RequestId,
            RequestHash = request.RequestHash,
            Actor = request.Actor,
            CausationId = request.CausationId,
            CorrelationId = request.CorrelationId,
            Audience = added.Audience,
            Body = added.Body,
        };
    }

    private AppendResult.ClaimTaken? FirstTakenClaim(AppendRequest request)
    {
        foreach (var claim in request.Claims)
        {
            if (database.Claims.Find(request.Tenant, claim) is { } holder && holder != request.Stream)
            {
                return new AppendResult.ClaimTaken(claim, holder);
            }
        }

        return null;
    }

    private void InsertWhatFollows(AppendRequest request, long first)
    {
        foreach (var reaction in request.Reactions)
        {
            database.Outbox.Insert(
                new ReactionKey(first + reaction.EventIndex, reaction.Index), reaction.Kind, reaction.Data);
        }

        foreach (var claim in request.Claims)
        {
            database.Claims.Insert(request.Tenant, claim, request.Stream);
        }

        if (request.Mark is { } mark)
        {
            database.OpenStreams.Apply(mark, request.Tenant, request.Stream, Head);
        }
    }
}
