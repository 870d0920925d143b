using SupportGrid.Gateway.Tests.Live.Record;

namespace SupportGrid.Gateway.Tests.Live.Promise;

/// <summary>Reliable: nothing between the first and the last cursor is left out.</summary>
internal sealed class ReliableValidator : IWatchValidator
{
    public string? Check(WatchRecord record, IReadOnlyList<ExpectedStep> expected)
    {
        var shown = record.Kept().Select(static s => s.Name).ToHashSet();
        return expected
            .Where(e => e.Position > record.Begin && e.Position <= record.End)
            .SelectMany(static e => e.Names.Select(name => (e.Position, name)))
            .Where(e => !shown.Contains(e.name))
            .Select(static e => $"{e.name} of position {e.Position} never came.")
            .FirstOrDefault();
    }
}
