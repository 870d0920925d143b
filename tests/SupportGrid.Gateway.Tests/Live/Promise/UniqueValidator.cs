using SupportGrid.Gateway.Tests.Live.Record;

namespace SupportGrid.Gateway.Tests.Live.Promise;

/// <summary>Unique: no change comes twice, however often the client resumed.</summary>
internal sealed class UniqueValidator : IWatchValidator
{
    public string? Check(WatchRecord record, IReadOnlyList<ExpectedStep> expected) =>
        record.Kept()
            .Where(static s => s.Kind == SeenKind.Change)
            .GroupBy(static s => s.Name)
            .Where(static g => g.Count() > 1)
            .Select(static g => $"{g.Key} came {g.Count()} times.")
            .FirstOrDefault();
}
