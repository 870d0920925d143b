namespace SupportGrid.EventStore.Sqlite;

internal sealed class PendingAppend(AppendRequest request) : PendingWrite<AppendResult>
{
    public override int Events => request.Events.Count;

    public override int Bytes { get; } = request.Events.Sum(e => e.Data.Length) + request.Reactions.Sum(r => r.Data.Length);

    protected override AppendResult Write(WriteSession session) => session.Append(request);
}
