using SupportGrid.Gateway.Tests.Live.Record;

namespace SupportGrid.Gateway.Tests.Live.Promise;

/// <summary>One word of the promise that a watch gives.</summary>
internal interface IWatchValidator
{
    /// <summary>What breaks the promise, or null.</summary>
    /// <param name="record">What a client got.</param>
    /// <param name="expected">What the log says that the view shows, event by event.</param>
    string? Check(WatchRecord record, IReadOnlyList<ExpectedStep> expected);
}
