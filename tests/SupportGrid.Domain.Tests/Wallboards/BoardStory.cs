using System.Collections.Immutable;
using SupportGrid.Domain.Agents;
using SupportGrid.Domain.Interactions;
using SupportGrid.Domain.Queues;
using SupportGrid.Domain.Tests.Routing;
using SupportGrid.Domain.Wallboards;

namespace SupportGrid.Domain.Tests.Wallboards;

/// <summary>A day on the board, told in events; seconds count from noon.</summary>
internal sealed class BoardStory
{
    private long _position;

    public Wallboard Board { get; private set; } = Wallboard.Empty;

    public static DateTimeOffset At(double seconds) => Given.Noon.AddSeconds(seconds);

    public QueueRow Row(string queue = "billing") => Board.Queues[queue];

    public ServiceCounts Counts(string queue = "billing") => Row(queue).TotalOf(Given.Noon).Counts;

    public BoardStory Tell(string id, object @event)
    {
        Board = WallboardFold.Apply(Board, id, @event, ++_position);
        return this;
    }

    public BoardStory Opened(string queue = "billing") => Tell(queue, new PolicyAdopted(Given.Policy(queue), At(0)));

    public BoardStory Queued(string item, double at, string queue = "billing", double? place = null) => Tell(
        item,
        new InteractionQueued(
            queue, QueuedBecause.Opened, At(place ?? at), 0, [], null, null, null, PolicySnapshot.None, At(at)));

    public BoardStory Offered(string item, double at) =>
        Tell(item, new OfferIssued("o", "ana", 1, At(at + 20), "{}", At(at)));

    public BoardStory Rejected(string item, double at) => Tell(item, new OfferRejected("o", "ana", "busy", At(at)));

    public BoardStory Connected(string item, double at, double waited) =>
        Tell(item, new AgentConnected("o", "ana", 1, TimeSpan.FromSeconds(waited), At(at)));

    public BoardStory Wrapping(string item, double at) => Tell(item, new WrapUpStarted("o", "ana", null, At(at)));

    public BoardStory Closed(string item, double at, CloseReason reason = CloseReason.Served) =>
        Tell(item, new InteractionClosed(reason, null, "o", "ana", At(at)));

    public BoardStory Abandoned(string item, double at, double waited) =>
        Tell(item, new InteractionAbandoned(TimeSpan.FromSeconds(waited), waited < 5, At(at)));

    public BoardStory Moved(string item, string from, string to, double at) => Tell(
        item, new InteractionTransferred(null, from, to, null, "", "supervisor", At(at)));

    public BoardStory Switched(string item, double at, Channel to = Channel.Callback) =>
        Tell(item, new ChannelSwitched(Channel.Chat, to, At(at)));

    public BoardStory SignedIn(string agent) =>
        Tell(agent, new AgentSignedIn(new Presence("online", true, At(0)), At(30), At(0)));

    public static OfferInHand InHand(string offer) => new(offer, "i1", 1, Channel.Chat, "billing", At(20));

    public static WorkItem Work(string offer) =>
        new("i1", offer, 1, Channel.Chat, "billing", WorkStage.Interacting, At(0));
}
