namespace SupportGrid.EventStore.Sqlite;

/// <summary>A rare kind of write, given as a function.</summary>
internal sealed class PendingCall<TAnswer>(long bytes, Func<WriteSession, TAnswer> write) : PendingWrite<TAnswer>
{
    /// <summary>More bytes than any transaction takes: the write gets one of its own.</summary>
    public const long Alone = int.MaxValue;

    public override long Bytes => bytes;

    protected override TAnswer Write(WriteSession session) => write(session);
}
