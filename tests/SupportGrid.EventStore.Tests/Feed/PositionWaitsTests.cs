using SupportGrid.EventStore.Feed;

namespace SupportGrid.EventStore.Tests.Feed;

public sealed class PositionWaitsTests
{
    private readonly PositionWaits _waits = new();

    [Fact]
    public async Task Reach_WakesThoseAtOrBeforeThePosition_AndNobodyElse()
    {
        var third = _waits.ForAsync(3, default).AsTask();
        var firsts = Enumerable.Range(0, 3).Select(_ => _waits.ForAsync(1, default).AsTask()).ToList();
        var second = _waits.ForAsync(2, default).AsTask();

        _waits.Reach(2);

        await Task.WhenAll(firsts).Within("those who wait for position 1");
        await second.Within("who waits for position 2");
        Assert.False(third.IsCompleted);
    }

    [Fact]
    public async Task For_CancelledWait_EndsAlone()
    {
        using var cancellation = new CancellationTokenSource();
        var cancelled = _waits.ForAsync(1, cancellation.Token).AsTask();
        var patient = _waits.ForAsync(1, default).AsTask();

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        Assert.False(patient.IsCompleted);
        _waits.Reach(1);
        await patient.Within("who waits for position 1");
    }

    [Fact]
    public void For_OnASchedulerOfItsOwn_ContinuesThereAndNowhereElse()
    {
        var scheduler = new QueueScheduler();
        using var cancellation = new CancellationTokenSource();
        var steps = new List<string>();
        _ = Task.Factory.StartNew(
            async () =>
            {
                await _waits.ForAsync(1, cancellation.Token);
                steps.Add("woken");
            },
            CancellationToken.None,
            TaskCreationOptions.None,
            scheduler);
        scheduler.RunAll();

        _waits.Reach(1);

        // Had the wake-up gone through the thread pool, the queue could still be empty here.
        Assert.Empty(steps);
        scheduler.RunAll();
        Assert.Equal(["woken"], steps);
    }

    private sealed class QueueScheduler : TaskScheduler
    {
        private readonly Queue<Task> _queue = new();

        public void RunAll()
        {
            // The test runner's context would be captured instead of this scheduler.
            SynchronizationContext.SetSynchronizationContext(null);
            while (_queue.TryDequeue(out var task))
            {
                TryExecuteTask(task);
            }
        }

        protected override void QueueTask(Task task) => _queue.Enqueue(task);

        protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

        protected override IEnumerable<Task> GetScheduledTasks() => _queue;
    }
}
