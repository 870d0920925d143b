using SupportGrid.Api.V1;
using SupportGrid.Gateway.Identity;
using SupportGrid.Gateway.Live.Cursors;
using SupportGrid.Gateway.Live.Log;
using SupportGrid.Gateway.Live.Watching;

namespace SupportGrid.Gateway.Live.Events;

/// <summary>Every event of a tenant. There is no snapshot: a stream from now on begins with a bookmark.</summary>
internal sealed class EventsView(Caller caller, IEnumerable<string> types) : WatchView<WatchEventsResponse>
{
    private readonly HashSet<string> _types = new(types, StringComparer.Ordinal);

    public override LogInterest Interest { get; } = new(caller.Tenant);

    public override CursorScope Scope { get; } = new(caller.Tenant, LiveView.Events, "");

    public override ValueTask<long> ListAsync(
        Outbox<WatchEventsResponse> output, CancellationToken cancellationToken) =>
        ValueTask.FromResult(0L);

    public override ValueTask FollowAsync(
        LiveEvent item, Outbox<WatchEventsResponse> output, CancellationToken cancellationToken)
    {
        if (_types.Count > 0 && !_types.Contains(item.Recorded.Type))
        {
            return ValueTask.CompletedTask;
        }

        // The same object in many responses: nobody changes it after this.
        var shared = item.SharedPart as Event ?? item.Recorded.ToProto();
        item.SharedPart = shared;
        return output.AddAsync(new WatchEventsResponse { Event = shared });
    }

    public override WatchEventsResponse Synced() => new();

    public override WatchEventsResponse Bookmark() => new();

    public override void Stamp(WatchEventsResponse response, string cursor) => response.Cursor = cursor;

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
