namespace SupportGrid.EventStore.Sqlite;

/// <summary>A write on its way through the queue into a transaction and back to its caller.</summary>
internal abstract class PendingWrite
{
    /// <summary>How many events it adds to a transaction.</summary>
    public virtual long Events => 0;

    /// <summary>How many bytes of bodies it adds to a transaction.</summary>
    public virtual long Bytes => 0;

    /// <summary>Carries it out within the session's transaction and keeps the answer back.</summary>
    public abstract void Execute(WriteSession session);

    /// <summary>Gives the caller the answer. Comes after the commit, and never runs the caller's code.</summary>
    public abstract void Succeed();

    /// <summary>Gives the caller the failure. Never runs the caller's code.</summary>
    public abstract void Fail(Exception error);
}

/// <inheritdoc />
internal abstract class PendingWrite<TAnswer> : PendingWrite
{
    private readonly TaskCompletionSource<TAnswer> _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TAnswer? _answer;

    public Task<TAnswer> Answered => _answered.Task;

    public sealed override void Execute(WriteSession session) => _answer = Write(session);

    public sealed override void Succeed() => _answered.SetResult(_answer!);

    public sealed override void Fail(Exception error) => _answered.SetException(error);

    protected abstract TAnswer Write(WriteSession session);
}
