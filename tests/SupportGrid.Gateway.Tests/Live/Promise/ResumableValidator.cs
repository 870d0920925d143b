using SupportGrid.Gateway.Tests.Live.Record;

namespace SupportGrid.Gateway.Tests.Live.Promise;

/// <summary>
/// Resumable: whoever resumed holds, byte for byte, what an uninterrupted client holds that began no later.
/// </summary>
internal sealed class ResumableValidator(WatchRecord uninterrupted) : IWatchValidator
{
    public string? Check(WatchRecord record, IReadOnlyList<ExpectedStep> expected)
    {
        var begin = Math.Max(record.Begin, uninterrupted.Begin);
        var end = Math.Min(record.End, uninterrupted.End);
        var want = Changes(uninterrupted, begin, end);
        var got = Changes(record, begin, end);
        for (var i = 0; i < Math.Max(want.Count, got.Count); i++)
        {
            var wanted = i < want.Count ? want[i] : "nothing";
            var given = i < got.Count ? got[i] : "nothing";
            if (!string.Equals(wanted, given, StringComparison.Ordinal))
            {
                return $"Change {i + 1} after position {begin} is {given}, not {wanted}.";
            }
        }

        return null;
    }

    /// <summary>A change without a cursor belongs to the next cursor.</summary>
    private static List<string> Changes(WatchRecord record, long after, long upTo)
    {
        List<string> changes = [];
        List<string> open = [];
        foreach (var seen in record.KeptAfterSynced())
        {
            if (seen.Kind == SeenKind.Change)
            {
                open.Add(seen.Content);
            }

            if (seen.Position is { } position)
            {
                changes.AddRange(position > after && position <= upTo ? open : []);
                open.Clear();
            }
        }

        return changes;
    }
}
