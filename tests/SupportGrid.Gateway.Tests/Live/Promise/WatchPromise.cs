using SupportGrid.Gateway.Tests.Live.Record;

namespace SupportGrid.Gateway.Tests.Live.Promise;

/// <summary>The whole promise.</summary>
internal static class WatchPromise
{
    /// <summary>Checks every word of it; a failure names the word.</summary>
    public static void AssertKept(
        WatchRecord record, WatchRecord uninterrupted, IReadOnlyList<ExpectedStep> expected, long freshAt)
    {
        IWatchValidator[] validators =
        [
            new OrderedValidator(), new UniqueValidator(), new AtomicValidator(), new ReliableValidator(),
            new ResumableValidator(uninterrupted), new BookmarkableValidator(freshAt),
        ];
        foreach (var validator in validators)
        {
            if (validator.Check(record, expected) is { } problem)
            {
                Assert.Fail($"{validator.GetType().Name}: {problem}\nKept: {string.Join(", ", record.Kept())}");
            }
        }
    }
}
