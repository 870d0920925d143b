using SupportGrid.Gateway.Tests.Live.Record;

namespace SupportGrid.Gateway.Tests.Live.Promise;

/// <summary>Atomic: between two cursors lies the whole of one event, so that no resume can split it.</summary>
internal sealed class AtomicValidator : IWatchValidator
{
    public string? Check(WatchRecord record, IReadOnlyList<ExpectedStep> expected)
    {
        var steps = expected.ToDictionary(static e => e.Position, static e => e.Names);
        List<string> open = [];
        foreach (var seen in record.KeptAfterSynced())
        {
            if (seen.Kind == SeenKind.Change)
            {
                open.Add(seen.Name);
            }

            if (seen.Position is not { } position)
            {
                continue;
            }

            var whole = seen.Kind == SeenKind.Change ? steps.GetValueOrDefault(position, []) : [];
            if (!open.SequenceEqual(whole))
            {
                return $"Before the cursor {position} came [{string.Join(", ", open)}], "
                    + $"not [{string.Join(", ", whole)}].";
            }

            open.Clear();
        }

        return open.Count == 0 ? null : $"[{string.Join(", ", open)}] came without a cursor.";
    }
}
