namespace SupportGrid.Silo;

/// <summary>
/// Limits of the actors. A unit ends each name of a number; none is zero unless its comment says what zero means.
/// </summary>
public sealed class SiloOptions
{
    /// <summary>How often a gateway renews a desk stream that it holds.</summary>
    public int DeskRenewalIntervalSeconds { get; set; } = 5;

    /// <summary>Intervals without renewal after which a desk stream counts as closed.</summary>
    public int DeskRenewalsMissedMax { get; set; } = 3;

    /// <summary>How long a session may be without a desk stream after its last one fell silent.</summary>
    public int DeskGraceSeconds { get; set; } = 30;

    /// <summary>
    /// How long only the agent is asked to whom an interaction was transferred; then everybody of the queue.
    /// </summary>
    public int TransferDirectSeconds { get; set; } = 60;

    /// <summary>
    /// Open interactions that one customer may have, at most <see cref="Domain.Customers.CustomerLimits.HistoryMax"/>;
    /// 0: as many as they like.
    /// </summary>
    public int CustomerOpenInteractionsMax { get; set; } = 20;

    /// <summary>How long a customer keeps a place for an interaction of which it hears nothing more.</summary>
    public int AdmissionSeconds { get; set; } = 60;

    /// <summary>Offers that one dispatcher has on their way to interactions at the same time.</summary>
    public int OffersUnderWayMax { get; set; } = 64;

    /// <summary>
    /// Pause before an interaction whose offer could not be made is matched again; doubles each time.
    /// </summary>
    public int OfferRetryMs { get; set; } = 200;

    /// <summary>Longest pause between two tries.</summary>
    public int OfferRetryMsMax { get; set; } = 10_000;

    /// <summary>
    /// A reservation older than this is compared with its interaction, in case word of the offer's end was lost.
    /// </summary>
    public int ReservationCheckSeconds { get; set; } = 10;

    /// <summary>Period of the reminder that wakes a dispatcher.</summary>
    public int DispatcherReminderSeconds { get; set; } = 60;

    /// <summary>Actors read at the same time when a dispatcher is rebuilt, and at start.</summary>
    public int RecoveryReadsMax { get; set; } = 64;

    /// <summary>Pause before a failed rebuild of a dispatcher is tried again.</summary>
    public int RebuildRetryMs { get; set; } = 1_000;

    /// <summary>Period of the sweep for reactions that were left in the outbox.</summary>
    public int SweepPeriodSeconds { get; set; } = 10;

    /// <summary>Only reactions older than this are swept; younger ones are under way.</summary>
    public int SweepAgeSeconds { get; set; } = 30;

    /// <summary>Reactions read from the outbox at a time.</summary>
    public int SweepPageReactions { get; set; } = 500;

    /// <summary>Streams whose reactions are swept at the same time.</summary>
    public int SweepStreamsMax { get; set; } = 16;

    /// <summary>Events after which a wallboard's fold is saved, if it was not saved just before.</summary>
    public int BoardSnapshotEvents { get; set; } = 2_000;

    /// <summary>Shortest time between two saves of a wallboard's fold.</summary>
    public int BoardSnapshotSeconds { get; set; } = 10;

    /// <summary>How long the first reader of a wallboard waits for its fold to reach the present.</summary>
    public int BoardCatchUpMs { get; set; } = 2_000;

    /// <summary>Pause before a wallboard that lost the feed follows it again.</summary>
    public int BoardRetryMs { get; set; } = 1_000;

    /// <summary>
    /// Least share of answers that found a kind of cue useful and not wrong, in permille; below it the kind is
    /// silenced.
    /// </summary>
    public int CuePrecisionFloorPermille { get; set; } = 500;

    /// <summary>Answers "useful" or "wrong" before a kind of cue is judged.</summary>
    public int CueAnswersMin { get; set; } = 20;

    /// <summary>How old what a process knows of silenced kinds may be, where another one holds the record.</summary>
    public int SilencedCuesRefreshSeconds { get; set; } = 10;

    /// <summary>How long an actor that nobody calls stays in memory.</summary>
    public int IdleMinutes { get; set; } = 3;

    /// <summary>How long a caller waits for an actor.</summary>
    public int ResponseTimeoutSeconds { get; set; } = 10;

    /// <summary>
    /// Whether calls between actors are spans of the request's trace. Needs a host that collects traces.
    /// </summary>
    public bool TracesCalls { get; set; }
}
