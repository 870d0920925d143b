using SupportGrid.Gateway.Tests.Live.Record;

namespace SupportGrid.Gateway.Tests.Live.Promise;

/// <summary>Bookmarkable: a bookmark says truly that everything up to it has come, and bookmarks do come.</summary>
/// <param name="freshAt">The last cursor must have reached this position: the client was idle for long enough.</param>
internal sealed class BookmarkableValidator(long freshAt) : IWatchValidator
{
    public string? Check(WatchRecord record, IReadOnlyList<ExpectedStep> expected)
    {
        var kept = record.Kept();
        var positions = expected
            .SelectMany(static step => step.Names.Select(name => (name, step.Position)))
            .GroupBy(static x => x.name)
            .ToDictionary(static g => g.Key, static g => g.First().Position);
        for (var i = 0; i < kept.Count; i++)
        {
            if (kept[i].Kind is not (SeenKind.Bookmark or SeenKind.Synced))
            {
                continue;
            }

            var bookmark = kept[i].Position!.Value;
            var late = kept.Skip(i + 1).FirstOrDefault(
                s => s.Kind == SeenKind.Change && positions.GetValueOrDefault(s.Name, long.MaxValue) <= bookmark);
            if (late is not null)
            {
                return $"{late} came after the bookmark {bookmark}, which had promised it.";
            }
        }

        return record.End >= freshAt ? null : $"The last cursor is {record.End}; idle, it should be {freshAt}.";
    }
}
