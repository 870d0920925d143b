namespace SupportGrid.Gateway.Tests.Live.Record;

/// <summary>What one client got over one or several streams, each but the first resumed from the last cursor.</summary>
internal sealed record WatchRecord(IReadOnlyList<WatchAttempt> Attempts)
{
    /// <summary>
    /// What the client holds in the end: of an attempt that broke, everything up to its last cursor; what came after it
    /// comes again.
    /// </summary>
    public IReadOnlyList<Seen> Kept()
    {
        List<Seen> kept = [];
        for (var i = 0; i < Attempts.Count; i++)
        {
            var seen = Attempts[i].Seen;
            var lastCursor = seen.ToList().FindLastIndex(static s => s.Position is not null);
            var whole = i == Attempts.Count - 1 ? seen.Count : lastCursor + 1;
            kept.AddRange(seen.Take(whole));
        }

        return [.. kept.Where(s => s.Kind != SeenKind.Conflated)];
    }

    /// <summary>What came after the snapshot: changes and bookmarks.</summary>
    public IReadOnlyList<Seen> KeptAfterSynced()
    {
        var kept = Kept();
        var synced = kept.ToList().FindIndex(s => s.Kind == SeenKind.Synced);
        return [.. kept.Skip(synced + 1)];
    }

    /// <summary>The position from which on the client has been promised everything.</summary>
    public long Begin => Attempts[0].After
        ?? Kept().First(static s => s.Kind is SeenKind.Synced or SeenKind.Bookmark).Position!.Value;

    /// <summary>The last resume point.</summary>
    public long End => Kept().LastOrDefault(s => s.Position is not null)?.Position ?? Begin;
}

/// <summary>One stream.</summary>
/// <param name="After">Position that it was resumed after; null: it began with a snapshot.</param>
internal sealed record WatchAttempt(long? After, IReadOnlyList<Seen> Seen);

/// <summary>What a view must show of one event.</summary>
internal sealed record ExpectedStep(long Position, IReadOnlyList<string> Names);
