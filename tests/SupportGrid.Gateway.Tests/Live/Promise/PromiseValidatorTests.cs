using SupportGrid.Gateway.Tests.Live.Record;

namespace SupportGrid.Gateway.Tests.Live.Promise;

/// <summary>
/// A validator that never fails proves nothing: each finds the bug that it is there for, and no other one.
/// </summary>
public sealed class PromiseValidatorTests
{
    private static readonly ExpectedStep[] _expected =
        [new(1, ["a"]), new(2, ["b", "c"]), new(4, ["d"]), new(5, ["e"])];

    private static readonly Seen[] _right =
    [
        new(SeenKind.Synced, "x", "synced", "") { Position = 0 },
        Change("a", 1), Change("b", null), Change("c", 2), Bookmark(3), Change("d", 4), Change("e", 5), Bookmark(7),
    ];

    [Fact]
    public void Every_validator_accepts_what_is_right()
    {
        var record = RecordOf(_right);
        Assert.All(Validators(record), v => Assert.Null(v.Check(record, _expected)));
    }

    [Fact]
    public void Ordered_finds_two_changes_swapped() =>
        AssertFound(new OrderedValidator(), [.. _right[..5], Change("e", 5), Change("d", 4), _right[^1]]);

    [Fact]
    public void Unique_finds_a_change_that_came_again_after_a_resume() => AssertFound(
        new UniqueValidator(),
        new WatchRecord([new(null, [.. _right[..4]]), new(1, [Change("b", null), Change("c", 2), .. _right[4..]])]));

    [Fact]
    public void Atomic_finds_an_event_split_by_a_cursor() =>
        AssertFound(new AtomicValidator(), [.. _right[..2], Change("b", 2), Change("c", 3), .. _right[5..]]);

    [Fact]
    public void Reliable_finds_a_change_left_out() =>
        AssertFound(new ReliableValidator(), [.. _right[..5], .. _right[6..]]);

    [Fact]
    public void Resumable_finds_a_continuation_with_other_content()
    {
        var other = _right.Select(s => s.Name == "d" ? s with { Content = "stale" } : s).ToArray();
        AssertFound(new ResumableValidator(RecordOf(_right)), other);
    }

    [Fact]
    public void Bookmarkable_finds_a_bookmark_that_was_too_early() =>
        AssertFound(
            new BookmarkableValidator(7), [.. _right[..5], Bookmark(4), Change("d", null), Change("e", 5), _right[^1]]);

    [Fact]
    public void Bookmarkable_finds_cursors_that_stand_still() =>
        AssertFound(new BookmarkableValidator(7), [.. _right[..^1]]);

    private static IWatchValidator[] Validators(WatchRecord uninterrupted) =>
    [
        new OrderedValidator(), new UniqueValidator(), new AtomicValidator(), new ReliableValidator(),
        new ResumableValidator(uninterrupted), new BookmarkableValidator(7),
    ];

    private static void AssertFound(IWatchValidator validator, Seen[] seen) => AssertFound(validator, RecordOf(seen));

    private static void AssertFound(IWatchValidator validator, WatchRecord record) =>
        Assert.NotNull(validator.Check(record, _expected));

    private static WatchRecord RecordOf(Seen[] seen) => new([new WatchAttempt(null, seen)]);

    private static Seen Change(string name, long? position) =>
        new(SeenKind.Change, position is null ? "" : "x", name, name) { Position = position };

    private static Seen Bookmark(long position) => new(SeenKind.Bookmark, "x", "bookmark", "") { Position = position };
}
