using SupportGrid.EventStore.Sqlite;

namespace SupportGrid.EventStore.Tests.Sqlite;

public sealed class WriterThreadTests : IDisposable
{
    private readonly Workbench _bench = new();
    private readonly ManualResetEventSlim _gate = new();

    public void Dispose()
    {
        _bench.Dispose();
        _gate.Dispose();
    }

    [Fact]
    public async Task Queue_WhatArrivesDuringACommit_IsCommittedTogetherUpToTheLimitOfEvents()
    {
        await using var writer = new WriterThread(_bench.Commit, _bench.Options with { CommitEventsMax = 3 });
        await QueueBehindTheGateAsync(writer, "a", "b", "c", "d", "e");

        Assert.Equal(
            [
                "execute first", "answer first",
                "execute a", "execute b", "execute c", "answer a", "answer b", "answer c",
                "execute d", "execute e", "answer d", "answer e",
            ],
            _bench.Journal);
    }

    [Fact]
    public async Task Queue_WhatArrivesDuringACommit_IsCommittedTogetherUpToTheLimitOfBytes()
    {
        await using var writer = new WriterThread(_bench.Commit, _bench.Options with { CommitBytesMax = 20 });
        await QueueBehindTheGateAsync(writer, "a", "b", "c");

        Assert.Equal(
            [
                "execute first", "answer first",
                "execute a", "execute b", "answer a", "answer b",
                "execute c", "answer c",
            ],
            _bench.Journal);
    }

    [Fact]
    public async Task Queue_Full_MakesCallersWait_AndForgetsThoseWhoGiveUp()
    {
        await using var writer = new WriterThread(_bench.Commit, _bench.Options with { QueuedWritesMax = 2 });
        var blocking = _bench.Write("first", _gate);
        await writer.EnqueueAsync(blocking, default);
        await blocking.Entered.Task.Within("the writer to start");
        await writer.EnqueueAsync(_bench.Write("a"), default);
        var last = _bench.Write("b");
        await writer.EnqueueAsync(last, default);

        using var cancellation = new CancellationTokenSource();
        var givenUp = writer.EnqueueAsync(_bench.Write("given up"), cancellation.Token).AsTask();
        var patientWrite = _bench.Write("patient");
        var patient = writer.EnqueueAsync(patientWrite, default).AsTask();
        Assert.False(givenUp.IsCompleted);
        Assert.False(patient.IsCompleted);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => givenUp);

        _gate.Set();
        await patient.Within("room in the queue");
        await patientWrite.Answered.Within("the patient write");
        Assert.DoesNotContain("execute given up", _bench.Journal);
    }

    [Fact]
    public async Task Close_AnswersWhatIsQueued_AndRefusesWhatComesLater()
    {
        var writer = new WriterThread(_bench.Commit, _bench.Options);
        var blocking = _bench.Write("first", _gate);
        await writer.EnqueueAsync(blocking, default);
        await blocking.Entered.Task.Within("the writer to start");
        var queued = _bench.Write("queued");
        await writer.EnqueueAsync(queued, default);

        var closing = writer.DisposeAsync().AsTask();
        await Assert.ThrowsAsync<ObjectDisposedException>(
            () => writer.EnqueueAsync(_bench.Write("late"), default).AsTask());
        _gate.Set();

        await closing.Within("the writer to end");
        Assert.True(queued.Answered.IsCompletedSuccessfully);
        Assert.DoesNotContain("execute late", _bench.Journal);
    }

    [Fact]
    public async Task Close_CallersWhoWaitForRoom_AreRefused()
    {
        var writer = new WriterThread(_bench.Commit, _bench.Options with { QueuedWritesMax = 1 });
        var blocking = _bench.Write("first", _gate);
        await writer.EnqueueAsync(blocking, default);
        await blocking.Entered.Task.Within("the writer to start");
        await writer.EnqueueAsync(_bench.Write("queued"), default);
        Task[] waiting =
        [
            writer.EnqueueAsync(_bench.Write("w1"), default).AsTask(),
            writer.EnqueueAsync(_bench.Write("w2"), default).AsTask(),
        ];

        var closing = writer.DisposeAsync().AsTask();
        _gate.Set();

        await closing.Within("the writer to end");
        foreach (var caller in waiting)
        {
            await Assert.ThrowsAsync<ObjectDisposedException>(() => caller.Within("the refusal of a caller"));
        }
    }

    [Fact]
    public async Task Answer_RunsTheCallersCodeElsewhere()
    {
        await using var host = new SqliteHost();
        await using var store = await SqliteEventStore.OpenAsync(host.Options);
        for (var version = 0; version < 20; version++)
        {
            var thread = store.AppendAsync(Given.Append("interaction/1", version)).AsTask().ContinueWith(
                _ => Thread.CurrentThread.Name,
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default);
            Assert.NotEqual("Event log writer", await thread);
        }
    }

    private async Task QueueBehindTheGateAsync(WriterThread writer, params string[] names)
    {
        var blocking = _bench.Write("first", _gate);
        await writer.EnqueueAsync(blocking, default);
        await blocking.Entered.Task.Within("the writer to start");
        var writes = names.Select(name => _bench.Write(name)).ToList();
        foreach (var write in writes)
        {
            await writer.EnqueueAsync(write, default);
        }

        _gate.Set();
        await writes[^1].Answered.Within("the last write");
    }
}
