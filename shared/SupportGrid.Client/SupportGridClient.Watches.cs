using Grpc.Core;
using SupportGrid.Api.V1;

namespace SupportGrid.Client;

/// <content>The live views. <see cref="ResumableWatch"/> says what every one of them promises.</content>
public sealed partial class SupportGridClient
{
    /// <summary>
    /// The one stream of a desktop: the agent's own session, offers, and everything of the interactions in hand, in the
    /// order of the log.
    /// </summary>
    /// <remarks>
    /// The snapshot is the session and the interactions in hand. Offers that are pending already stand in the session
    /// (<see cref="Agent.Offers"/>) and come once more as offers, with what is offered and why.
    /// </remarks>
    /// <param name="cursor">Empty: the snapshot first. Else where an earlier watch of this agent had come to.</param>
    /// <exception cref="RpcException">
    /// <c>NOT_SIGNED_IN</c>, <c>SIGNED_OUT</c>: there is no session, or not any more. <c>TOO_MANY_CONNECTIONS</c>: the
    /// agent has too many desks open.
    /// </exception>
    public IAsyncEnumerable<Watched<WatchDeskResponse>> WatchDeskAsync(
        string cursor = "", CancellationToken cancellationToken = default) =>
        Watch(
            (from, options) => Desk.WatchDesk(new WatchDeskRequest { Cursor = from }, options),
            r => r.Cursor,
            cursor,
            cancellationToken);

    /// <summary>
    /// One interaction as its customer sees it: what is said and done in the order of the log, and the place in line
    /// with the estimated wait while it waits (only the latest counts).
    /// </summary>
    /// <param name="customerId">With role channel: the customer to speak for; else empty.</param>
    /// <param name="cursor">Empty: the snapshot first. Else where an earlier watch of this interaction had come
    /// to.</param>
    /// <exception cref="RpcException"><c>NO_SUCH_INTERACTION</c>: it is not there, or another customer's.</exception>
    public IAsyncEnumerable<Watched<WatchInteractionResponse>> WatchInteractionAsync(
        string interactionId, string customerId = "", string cursor = "", CancellationToken cancellationToken = default) =>
        Watch(
            (from, options) => Customers.WatchInteraction(
                new WatchInteractionRequest { InteractionId = interactionId, CustomerId = customerId, Cursor = from }, options),
            r => r.Cursor,
            cursor,
            cancellationToken);

    /// <summary>
    /// Every event of the tenant in the one order of the log, without hole or repeat. A response without an event is a
    /// bookmark.
    /// </summary>
    /// <param name="from">Where to begin without a cursor; also where a restart begins.</param>
    /// <param name="cursor">Where an earlier watch had come to.</param>
    /// <param name="types">Only these types, such as <c>InteractionClosed</c>; null or empty: all.</param>
    public IAsyncEnumerable<Watched<WatchEventsResponse>> WatchEventsAsync(
        StartFrom from, string cursor = "", IEnumerable<string>? types = null, CancellationToken cancellationToken = default)
    {
        var wanted = types?.ToArray() ?? [];
        return Watch(
            (at, options) => Events.WatchEvents(
                new WatchEventsRequest { Cursor = at, From = from, Types_ = { wanted } }, options),
            r => r.Cursor,
            cursor,
            cancellationToken);
    }

    /// <summary>
    /// Every agent of the tenant, then each one whole after every change, in the order of the log; an agent's version
    /// grows.
    /// </summary>
    /// <param name="cursor">Empty: all of them first. Else where an earlier watch had come to.</param>
    /// <exception cref="RpcException"><c>ROLE_MISSING</c>: the token is no supervisor's.</exception>
    public IAsyncEnumerable<Watched<WatchAgentsResponse>> WatchAgentsAsync(
        string cursor = "", CancellationToken cancellationToken = default) =>
        Watch(
            (from, options) => Supervision.WatchAgents(new WatchAgentsRequest { Cursor = from }, options),
            r => r.Cursor,
            cursor,
            cancellationToken);

    /// <summary>
    /// Every open interaction, oldest first, then each one after every change of it, in the order of the log; without
    /// transcripts. One that was closed is yielded a last time as closed.
    /// </summary>
    /// <param name="cursor">Empty: all open ones first. Else where an earlier watch had come to.</param>
    /// <exception cref="RpcException"><c>ROLE_MISSING</c>: the token is no supervisor's.</exception>
    public IAsyncEnumerable<Watched<WatchInteractionsResponse>> WatchInteractionsAsync(
        string cursor = "", CancellationToken cancellationToken = default) =>
        Watch(
            (from, options) => Supervision.WatchInteractions(new WatchInteractionsRequest { Cursor = from }, options),
            r => r.Cursor,
            cursor,
            cancellationToken);

    /// <summary>
    /// The line of one queue: at most 200 who wait, in the order of service, with their places and estimated waits, and
    /// how many wait in all.
    /// </summary>
    /// <remarks>
    /// Conflated: a response without a kind is the whole line as it is now. After a break the watch goes on at its
    /// cursor: the line comes again only if it is another one by then, and a bookmark says that it is not.
    /// </remarks>
    /// <param name="queue">The key of the queue.</param>
    /// <param name="cursor">Empty: the line first. Else where an earlier watch of this queue had come to.</param>
    /// <exception cref="RpcException">
    /// <c>QUEUE_UNKNOWN</c>: there is no such queue. <c>ROLE_MISSING</c>: the token is no supervisor's.
    /// </exception>
    public IAsyncEnumerable<Watched<WatchQueueResponse>> WatchQueueAsync(
        string queue, string cursor = "", CancellationToken cancellationToken = default) =>
        Watch(
            (from, options) => Supervision.WatchQueue(new WatchQueueRequest { Queue = queue, Cursor = from }, options),
            r => r.Cursor,
            cursor,
            cancellationToken);

    /// <summary>
    /// The live board: every row, then rows that changed. Numbers are conflated: of each row only the latest counts.
    /// </summary>
    /// <param name="cursor">Empty: the whole board first. Else where an earlier watch had come to.</param>
    public IAsyncEnumerable<Watched<WatchWallboardResponse>> WatchWallboardAsync(
        string cursor = "", CancellationToken cancellationToken = default) =>
        Watch(
            (from, options) => Supervision.WatchWallboard(new WatchWallboardRequest { Cursor = from }, options),
            r => r.Cursor,
            cursor,
            cancellationToken);

    private IAsyncEnumerable<Watched<TResponse>> Watch<TResponse>(
        Func<string, CallOptions, AsyncServerStreamingCall<TResponse>> open,
        Func<TResponse, string> cursorOf,
        string cursor,
        CancellationToken cancellationToken)
        where TResponse : class =>
        ResumableWatch.RunAsync(this, _options, open, cursorOf, cursor, cancellationToken);
}
