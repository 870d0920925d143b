using System.Collections.Immutable;
using SupportGrid.Domain.Empathy;

namespace SupportGrid.Domain.Agents;

/// <summary>
/// An agent's working session on three independent axes: presence (what the agent says), routing status (what the
/// agent does) and connection (what the wire says). None is ever derived from another without an event that says so.
/// </summary>
[GenerateSerializer, Immutable, Alias("sg.AgentSession")]
public abstract record AgentSession
{
    private AgentSession()
    {
    }

    /// <summary>
    /// Offers that are over, newest last, at most <see cref="AgentLimits.EndedOffersMax"/>: a message about one of them
    /// that arrives late or again never brings it back.
    /// </summary>
    public abstract ImmutableArray<EndedOffer> Ended { get; init; }

    /// <summary>
    /// The recent load of hard conversations, kept over sign-outs; null: none, and never opted out.
    /// </summary>
    public abstract EmotionalLoad? Load { get; init; }

    /// <summary>No profile yet: administration does not know this agent.</summary>
    [GenerateSerializer, Immutable, Alias("sg.AgentSession.Unknown")]
    public sealed record Unknown(ImmutableArray<EndedOffer> Ended, EmotionalLoad? Load = null) : AgentSession
    {
        public static Unknown Instance { get; } = new([]);
    }

    /// <summary>Known and signed out.</summary>
    [GenerateSerializer, Immutable, Alias("sg.AgentSession.SignedOff")]
    public sealed record SignedOff(
        AgentProfile Profile, ImmutableArray<EndedOffer> Ended, EmotionalLoad? Load = null) : AgentSession;

    /// <summary>Signed in.</summary>
    /// <param name="Next">Presence that was chosen ahead for when the work in hand is done, or null.</param>
    /// <param name="NotResponding">An offer ran out; no new offers until the agent says that they are back.</param>
    /// <param name="IdleSince">When the agent last became free of all work, or last took work if still busy.</param>
    [GenerateSerializer, Immutable, Alias("sg.AgentSession.SignedOn")]
    public sealed record SignedOn(
        AgentProfile Profile,
        DateTimeOffset Since,
        Presence Presence,
        Presence? Next,
        Connection Connection,
        bool NotResponding,
        DateTimeOffset IdleSince,
        ImmutableArray<OfferInHand> Offers,
        ImmutableArray<WorkItem> Work,
        ImmutableArray<EndedOffer> Ended,
        EmotionalLoad? Load = null) : AgentSession
    {
        /// <summary>Nothing is carried: no offer, no work.</summary>
        public bool IsFree => Offers.IsEmpty && Work.IsEmpty;

        /// <summary>Channels of all that takes capacity.</summary>
        public IEnumerable<Channel> Carried =>
            Offers.Select(static o => o.Channel).Concat(Work.Select(static w => w.Channel));

        /// <summary>
        /// The displayed status, by precedence: not-responding, interacting, offered, wrapping, idle.
        /// </summary>
        public RoutingStatus RoutingStatus =>
            NotResponding ? RoutingStatus.NotResponding
            : Work.Any(w => w.Stage == WorkStage.Interacting) ? RoutingStatus.Interacting
            : !Offers.IsEmpty ? RoutingStatus.Offered
            : !Work.IsEmpty ? RoutingStatus.Wrapping
            : Presence.TakesWork ? RoutingStatus.Idle
            : RoutingStatus.OffQueue;
    }
}

/// <summary>An offer that is over for this agent.</summary>
/// <param name="Accepted">It had been accepted: it was work, or was declined as work.</param>
[GenerateSerializer, Immutable, Alias("sg.EndedOffer")]
public sealed record EndedOffer(string Offer, bool Accepted);

/// <summary>What the agent says of themselves.</summary>
/// <param name="Code">"online", or the key of one of the tenant's presence reasons, such as "break".</param>
/// <param name="TakesWork">Whether offers may come.</param>
[GenerateSerializer, Immutable, Alias("sg.Presence")]
public sealed record Presence(string Code, bool TakesWork, DateTimeOffset Since);

/// <summary>What the wire says.</summary>
/// <param name="Open">Ids of the open desk streams (several tabs are several connections).</param>
/// <param name="GraceUntil">
/// Set while there is none and the agent may come back; after it the agent counts as lost.
/// </param>
[GenerateSerializer, Immutable, Alias("sg.Connection")]
public sealed record Connection(ImmutableArray<string> Open, DateTimeOffset? GraceUntil)
{
    public ConnectionState State =>
        !Open.IsEmpty ? ConnectionState.Connected
        : GraceUntil is null ? ConnectionState.Lost
        : ConnectionState.Grace;
}

/// <summary>Axis 3. It follows from the session and is never persisted.</summary>
public enum ConnectionState
{
    Connected = 1,
    Grace = 2,
    Lost = 3,
}

/// <summary>Axis 2. It follows from the session and is never persisted.</summary>
public enum RoutingStatus
{
    OffQueue = 1,
    Idle = 2,
    Offered = 3,
    Interacting = 4,
    Wrapping = 5,
    NotResponding = 6,
}

/// <summary>
/// An offer that the agent's desktop shows. The decision behind it is in the interaction's OfferIssued.
/// </summary>
[GenerateSerializer, Immutable, Alias("sg.OfferInHand")]
public sealed record OfferInHand(
    string Offer, string Interaction, long Fence, Channel Channel, string Queue, DateTimeOffset Until);

/// <summary>An interaction that the agent has.</summary>
[GenerateSerializer, Immutable, Alias("sg.WorkItem")]
public sealed record WorkItem(
    string Interaction, string Offer, long Fence, Channel Channel, string Queue, WorkStage Stage, DateTimeOffset Since);

/// <summary>Names are persisted.</summary>
public enum WorkStage
{
    Interacting = 1,
    Wrapping = 2,
}
