using Microsoft.Data.Sqlite;
using SupportGrid.EventStore.Sqlite;

namespace SupportGrid.EventStore.Tests.Sqlite;

public sealed class GroupCommitTests : IDisposable
{
    private readonly Workbench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Commit_AnswersOnlyAfterEverythingIsCommitted()
    {
        _bench.Commit.Commit([_bench.Write("a"), _bench.Write("b")]);

        Assert.Equal(["execute a", "execute b", "answer a", "answer b"], _bench.Journal);
    }

    [Fact]
    public async Task Commit_RefusedWrite_LeavesTheOthersAlone()
    {
        var first = new PendingAppend(Given.Append("interaction/1", 0));
        var refused = new PendingAppend(Given.Append("interaction/1", 0));
        var second = new PendingAppend(Given.Append("interaction/1", 1));

        _bench.Commit.Commit([first, refused, second]);

        Assert.Equal(new AppendResult.Appended(1, 1, 1), await first.Answered);
        Assert.Equal(new AppendResult.WrongVersion(1), await refused.Answered);
        Assert.Equal(new AppendResult.Appended(2, 2, 2), await second.Answered);
    }

    [Fact]
    public async Task Commit_BrokenWrites_FailAlone()
    {
        var first = new PendingAppend(Given.Append("interaction/1", 0));
        var bug = _bench.Write("bug", failure: new InvalidCastException("broken"));
        var doubled = new PendingCall<bool>(0, session =>
        {
            session.Insert(Recorded(position: 1));
            return true;
        });
        var second = new PendingAppend(Given.Append("interaction/2", 0, events: 2));

        _bench.Commit.Commit([first, bug, doubled, second]);

        Assert.Equal(new AppendResult.Appended(1, 1, 1), await first.Answered);
        Assert.Equal(new AppendResult.Appended(2, 3, 2), await second.Answered);
        await Assert.ThrowsAsync<InvalidCastException>(() => bug.Answered);
        var refused = await Assert.ThrowsAsync<SqliteException>(() => doubled.Answered);
        Assert.Contains("UNIQUE", refused.Message, StringComparison.Ordinal);
        Assert.Equal(3, _bench.Log.Head);
        Assert.Equal([1L, 2, 3], _bench.Log.CopyRecent(0, 3, 10)!.Select(e => e.Position));
    }

    [Fact]
    public async Task Commit_DatabaseItself_RefusesASecondEventOfOneVersion()
    {
        var first = new PendingAppend(Given.Append("interaction/1", 0));
        var twin = new PendingCall<bool>(0, session =>
        {
            session.Insert(Recorded(position: 2));
            return true;
        });

        _bench.Commit.Commit([first]);
        _bench.Commit.Commit([twin]);

        await first.Answered;
        var refused = await Assert.ThrowsAsync<SqliteException>(() => twin.Answered);
        Assert.Contains("events.tenant, events.stream, events.version", refused.Message, StringComparison.Ordinal);
        Assert.Equal(1, _bench.Log.Head);
    }

    [Fact]
    public async Task Commit_StorageFailure_FailsTheWholeBatchAndTheNextSucceeds()
    {
        var failure = new SqliteException("disk I/O error", 10);
        var first = new PendingAppend(Given.Append("interaction/1", 0));
        var broken = _bench.Write("broken", failure: failure);

        _bench.Commit.Commit([first, broken]);

        var unavailable = await Assert.ThrowsAsync<EventStoreUnavailableException>(() => first.Answered);
        Assert.Same(unavailable, await Assert.ThrowsAsync<EventStoreUnavailableException>(() => broken.Answered));
        Assert.Same(unavailable, _bench.Commit.Failure);
        Assert.Equal(["execute broken", "fail broken"], _bench.Journal);

        var again = new PendingAppend(Given.Append("interaction/1", 0));
        _bench.Commit.Commit([again]);
        Assert.Equal(new AppendResult.Appended(1, 1, 1), await again.Answered);
        Assert.Null(_bench.Commit.Failure);
    }

    /// <summary>A commit can fail after it has reached the disk; readers must then find its events there.</summary>
    [Fact]
    public async Task Commit_EventsThatReachedTheDiskUnseen_AreLeftToTheDisk()
    {
        var unseen = new PendingCall<bool>(0, session =>
        {
            session.Insert(Recorded(position: 1));
            return true;
        });
        _bench.Commit.Commit([unseen]);
        var next = new PendingAppend(Given.Append("interaction/1", 1));
        _bench.Commit.Commit([next]);

        Assert.Equal(new AppendResult.Appended(2, 2, 2), await next.Answered);
        Assert.Null(_bench.Log.CopyRecent(0, 2, 10));
        Assert.Equal(2, Assert.Single(_bench.Log.CopyRecent(1, 2, 10)!).Position);
    }

    [Fact]
    public void Commit_CompletedReactions_AreForgottenOnlyWhenTheirDeletionIsDurable()
    {
        _bench.Completed.Add([new ReactionKey(1, 0), new ReactionKey(1, 1)]);

        var broken = _bench.Write("broken", failure: new SqliteException("disk I/O error", 10));
        _bench.Commit.Commit([broken]);
        Assert.True(broken.Answered.IsFaulted);
        Assert.Equal(2, _bench.Completed.Count);

        _bench.Commit.Commit([]);
        Assert.Equal(0, _bench.Completed.Count);
    }

    private static RecordedEvent Recorded(long position) =>
        new(position, Given.Tenant, "interaction/1", 1, Guid.Empty, "opened", 1, Given.Noon, Given.Json("{}"));
}
