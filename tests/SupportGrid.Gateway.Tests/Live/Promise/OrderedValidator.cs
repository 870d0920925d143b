using SupportGrid.Gateway.Tests.Live.Record;

namespace SupportGrid.Gateway.Tests.Live.Promise;

/// <summary>Ordered: changes come in the order of the log, and cursors only grow.</summary>
internal sealed class OrderedValidator : IWatchValidator
{
    public string? Check(WatchRecord record, IReadOnlyList<ExpectedStep> expected)
    {
        var order = expected
            .SelectMany(static step => step.Names.Select(name => (name, step.Position)))
            .GroupBy(static x => x.name)
            .ToDictionary(static g => g.Key, static g => g.First().Position);
        foreach (var attempt in record.Attempts)
        {
            var cursor = attempt.After ?? -1;
            var shown = -1L;

            // A snapshot is read from many places at once; it has no order but that of its own.
            var synced = attempt.Seen.ToList().FindIndex(static s => s.Kind == SeenKind.Synced);
            var changes = attempt.Seen
                .Skip(attempt.After is null ? synced : 0)
                .Where(static s => s.Kind != SeenKind.Conflated);
            foreach (var seen in changes)
            {
                var position = order.GetValueOrDefault(seen.Name, shown);
                if (seen.Kind == SeenKind.Change && position < shown)
                {
                    return $"{seen} came after something of position {shown}.";
                }

                // A bookmark may say again that nothing happened; a change never stands where another stood.
                if (seen.Position < cursor || (seen.Position == cursor && seen.Kind == SeenKind.Change))
                {
                    return $"The cursor of {seen} came after one of position {cursor}.";
                }

                shown = Math.Max(shown, position);
                cursor = seen.Position ?? cursor;
            }
        }

        return null;
    }
}
