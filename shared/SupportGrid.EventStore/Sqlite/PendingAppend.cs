namespace SupportGrid.EventStore.Sqlite;

internal sealed class PendingAppend(AppendRequest request) : PendingWrite<AppendResult>
{
    public override long Events => request.Events.Count;

    public override long Bytes { get; } =
        request.Events.Sum(e => (long)e.Data.Length) + request.Reactions.Sum(r => (long)r.Data.Length);

    protected override AppendResult Write(WriteSession session) => session.Append(request);
}
