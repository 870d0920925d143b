namespace SupportGrid.EventStore.Sqlite;

/// <summary>A rare kind of write, given as a function.</summary>
internal sealed class PendingCall<TAnswer>(int bytes, Func<WriteSession, TAnswer> write) : PendingWrite<TAnswer>
{
    public override int Bytes => bytes;

    protected override TAnswer Write(WriteSession session) => write(session);
}
