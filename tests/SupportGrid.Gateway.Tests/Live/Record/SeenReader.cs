using Google.Protobuf;
using SupportGrid.Api.V1;

namespace SupportGrid.Gateway.Tests.Live.Record;

/// <summary>Reads the responses of every view into one form.</summary>
internal static class SeenReader
{
    public static Seen Read(WatchEventsResponse response) => response.Event is null
        ? Of(SeenKind.Bookmark, response.Cursor, "bookmark", response)
        : Of(SeenKind.Change, response.Cursor, $"event {response.Event.Position}", response);

    public static Seen Read(WatchAgentsResponse response) => response.KindCase switch
    {
        WatchAgentsResponse.KindOneofCase.Synced => Of(SeenKind.Synced, response.Cursor, "synced", response),
        WatchAgentsResponse.KindOneofCase.Bookmark => Of(SeenKind.Bookmark, response.Cursor, "bookmark", response),
        _ => Of(
            SeenKind.Change, response.Cursor, $"agent {response.Agent.AgentId} v{response.Agent.Version}", response),
    };

    public static Seen Read(WatchInteractionsResponse response) => response.KindCase switch
    {
        WatchInteractionsResponse.KindOneofCase.Synced => Of(SeenKind.Synced, response.Cursor, "synced", response),
        WatchInteractionsResponse.KindOneofCase.Bookmark =>
            Of(SeenKind.Bookmark, response.Cursor, "bookmark", response),
        _ => Of(
            SeenKind.Change,
            response.Cursor,
            $"interaction {response.Interaction.InteractionId} v{response.Interaction.Version}",
            response),
    };

    public static Seen Read(WatchInteractionResponse response) => response.KindCase switch
    {
        WatchInteractionResponse.KindOneofCase.Snapshot =>
            Of(SeenKind.Snapshot, response.Cursor, $"snapshot v{response.Snapshot.Version}", response),
        WatchInteractionResponse.KindOneofCase.Synced => Of(SeenKind.Synced, response.Cursor, "synced", response),
        WatchInteractionResponse.KindOneofCase.Bookmark => Of(SeenKind.Bookmark, response.Cursor, "bookmark", response),
        WatchInteractionResponse.KindOneofCase.Place =>
            Of(SeenKind.Conflated, response.Cursor, $"place {response.Place.Place}", response),
        WatchInteractionResponse.KindOneofCase.Message =>
            Of(SeenKind.Change, response.Cursor, $"message {response.Message.Sequence}", response),
        _ => Of(SeenKind.Change, response.Cursor, $"changed v{response.Changed.Version}", response),
    };

    public static Seen Read(WatchDeskResponse response) => response.KindCase switch
    {
        WatchDeskResponse.KindOneofCase.Synced => Of(SeenKind.Synced, response.Cursor, "synced", response),
        WatchDeskResponse.KindOneofCase.Bookmark => Of(SeenKind.Bookmark, response.Cursor, "bookmark", response),
        _ => Of(SeenKind.Change, response.Cursor, NameOf(response), response),
    };

    public static Seen Read(WatchAlertsResponse response) => response.KindCase switch
    {
        WatchAlertsResponse.KindOneofCase.Synced => Of(SeenKind.Synced, response.Cursor, "synced", response),
        WatchAlertsResponse.KindOneofCase.Bookmark => Of(SeenKind.Bookmark, response.Cursor, "bookmark", response),
        WatchAlertsResponse.KindOneofCase.Interaction => Of(
            SeenKind.Change,
            response.Cursor,
            $"alert {response.Interaction.InteractionId} v{response.Interaction.Version}",
            response),
        WatchAlertsResponse.KindOneofCase.Cleared => Of(
            SeenKind.Change,
            response.Cursor,
            $"cleared {response.Cleared.InteractionId} v{response.Cleared.Version}",
            response),
        _ => Of(
            SeenKind.Change,
            response.Cursor,
            $"kind {response.CueKind.Kind} {(response.CueKind.Silenced ? "silenced" : "restored")}",
            response),
    };

    public static Seen Read(WatchQueueResponse response) => response.KindCase switch
    {
        WatchQueueResponse.KindOneofCase.Synced => Of(SeenKind.Synced, response.Cursor, "synced", response),
        WatchQueueResponse.KindOneofCase.Bookmark => Of(SeenKind.Bookmark, response.Cursor, "bookmark", response),
        WatchQueueResponse.KindOneofCase.Removed =>
            Of(SeenKind.Conflated, response.Cursor, $"removed {response.Removed.Queue}", response),
        _ => Of(SeenKind.Conflated, response.Cursor, $"line of {response.Waiting}", response),
    };

    public static Seen Read(WatchWallboardResponse response) => response.KindCase switch
    {
        WatchWallboardResponse.KindOneofCase.Synced => Of(SeenKind.Synced, response.Cursor, "synced", response),
        WatchWallboardResponse.KindOneofCase.Bookmark => Of(SeenKind.Bookmark, response.Cursor, "bookmark", response),
        WatchWallboardResponse.KindOneofCase.Agents => Of(SeenKind.Conflated, response.Cursor, "agents", response),
        WatchWallboardResponse.KindOneofCase.Removed =>
            Of(SeenKind.Conflated, response.Cursor, $"removed {response.Removed.Queue}", response),
        _ => Of(SeenKind.Conflated, response.Cursor, $"queue {response.Queue.Queue}", response),
    };

    private static string NameOf(WatchDeskResponse response) => response.KindCase switch
    {
        WatchDeskResponse.KindOneofCase.Agent => $"agent v{response.Agent.Version}",
        WatchDeskResponse.KindOneofCase.Interaction =>
            $"interaction {response.Interaction.InteractionId} v{response.Interaction.Version}",
        WatchDeskResponse.KindOneofCase.Offer => $"offer {response.Offer.OfferId}",
        WatchDeskResponse.KindOneofCase.OfferEnded =>
            $"offer_ended {response.OfferEnded.OfferId} {response.OfferEnded.Ending}",
        WatchDeskResponse.KindOneofCase.Message =>
            $"message {response.Message.InteractionId} {response.Message.Message.Sequence}",
        WatchDeskResponse.KindOneofCase.Changed =>
            $"changed {response.Changed.InteractionId} v{response.Changed.Version}",
        WatchDeskResponse.KindOneofCase.Empathy =>
            $"empathy {response.Empathy.InteractionId} v{response.Empathy.Version}",
        WatchDeskResponse.KindOneofCase.CueShown =>
            $"cue_shown {response.CueShown.InteractionId} {response.CueShown.Cue.CueId}",
        WatchDeskResponse.KindOneofCase.CueEnded =>
            $"cue_ended {response.CueEnded.InteractionId} {response.CueEnded.CueId} {response.CueEnded.Ending}",
        WatchDeskResponse.KindOneofCase.TrajectoryMoved =>
            $"trajectory {response.TrajectoryMoved.InteractionId} {response.TrajectoryMoved.To}",
        _ => $"released {response.Released.InteractionId} {response.Released.Because}",
    };

    private static Seen Of<TResponse>(SeenKind kind, string cursor, string name, TResponse response)
        where TResponse : IMessage<TResponse>
    {
        var content = response.ToString()!;
        var bare = cursor.Length == 0 ? content : content.Replace(cursor, "", StringComparison.Ordinal);
        return new Seen(kind, cursor, name, bare);
    }
}
