using SupportGrid.EventStore.Sqlite;

namespace SupportGrid.EventStore.Tests.Sqlite;

/// <summary>
/// A write that notes in a journal when it is executed and answered, and can wait or break in between.
/// </summary>
internal sealed class ScriptedWrite(
    string name, List<string> journal, ManualResetEventSlim? gate = null, Exception? failure = null) : PendingWrite
{
    private readonly TaskCompletionSource _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override long Events => 1;

    public override long Bytes => 10;

    public Task Answered => _answered.Task;

    public TaskCompletionSource Entered { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override void Execute(WriteSession session)
    {
        journal.Add($"execute {name}");
        Entered.TrySetResult();
        gate?.Wait();
        if (failure is not null)
        {
            throw failure;
        }
    }

    public override void Succeed()
    {
        journal.Add($"answer {name}");
        _answered.SetResult();
    }

    public override void Fail(Exception error)
    {
        journal.Add($"fail {name}");
        _answered.SetException(error);
    }
}
