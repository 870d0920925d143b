using Microsoft.Extensions.Logging;
using SupportGrid.Domain.Empathy;
using SupportGrid.Silo.Empathy.External;

namespace SupportGrid.Silo;

/// <summary>Everything that the actors say to an operator. No ids of customers, no texts.</summary>
internal static partial class SiloLog
{
    [LoggerMessage(2001, LogLevel.Information, "Dispatcher of group {Group} took up {Interactions} open "
        + "interactions and {Agents} agents.")]
    public static partial void Rebuilt(ILogger logger, string group, int interactions, int agents);

    [LoggerMessage(2002, LogLevel.Warning, "Dispatcher of group {Group} could not take up its work; it tries again.")]
    public static partial void RebuildFailed(ILogger logger, Exception exception, string group);

    [LoggerMessage(2003, LogLevel.Debug, "An interaction refused an offer with {Code}; it is looked at again.")]
    public static partial void OfferRefused(ILogger logger, string code);

    [LoggerMessage(2004, LogLevel.Warning, "An offer could not be made; the interaction is matched again after a "
        + "pause.")]
    public static partial void OfferFailed(ILogger logger, Exception exception);

    [LoggerMessage(2005, LogLevel.Warning, "An open interaction could not be read; it is read again after a pause.")]
    public static partial void InteractionUnreadable(ILogger logger, Exception exception);

    [LoggerMessage(2006, LogLevel.Warning, "A signed-in agent could not be read; no offers until there is word of "
        + "the agent.")]
    public static partial void AgentUnreadable(ILogger logger, Exception exception);

    [LoggerMessage(2007, LogLevel.Warning, "The policy of queue {Queue} could not be read; nobody of it is offered "
        + "until there is word of it.")]
    public static partial void PolicyUnreadable(ILogger logger, Exception exception, string queue);

    [LoggerMessage(2008, LogLevel.Error, "A reaction of kind {Kind} cannot be read by this build; it stays in the "
        + "outbox.")]
    public static partial void ReactionUnreadable(ILogger logger, Exception exception, string kind);

    [LoggerMessage(2009, LogLevel.Warning, "A reaction of kind {Kind} failed in the sweep; the next sweep tries "
        + "again.")]
    public static partial void SweptReactionFailed(ILogger logger, Exception exception, string kind);

    [LoggerMessage(2010, LogLevel.Warning, "The outbox could not be swept; the next sweep tries again.")]
    public static partial void SweepFailed(ILogger logger, Exception exception);

    [LoggerMessage(2011, LogLevel.Information, "Recovered: {Reactions} reactions, {Interactions} interactions, "
        + "{Agents} agents, {Groups} routing groups.")]
    public static partial void Recovered(ILogger logger, int reactions, int interactions, int agents, int groups);

    [LoggerMessage(2012, LogLevel.Warning, "Stream {Category} could not be activated at start; its timers run when "
        + "it is next called.")]
    public static partial void ActivationFailed(ILogger logger, Exception exception, string category);

    [LoggerMessage(2013, LogLevel.Warning, "A wallboard lost the feed at position {Position}; it follows it again.")]
    public static partial void FeedLost(ILogger logger, Exception exception, long position);

    [LoggerMessage(2014, LogLevel.Warning, "A wallboard could not be saved; it folds more events after the next "
        + "start.")]
    public static partial void BoardNotSaved(ILogger logger, Exception exception);

    [LoggerMessage(2015, LogLevel.Warning, "Cues of kind {Kind} are silenced: {Useful} of {Judged} answers found "
        + "them useful.")]
    public static partial void CueKindSilenced(ILogger logger, CueKind kind, int useful, int judged);

    [LoggerMessage(2016, LogLevel.Warning, "The record of cues could not be read; what is known of silenced kinds "
        + "stays in force.")]
    public static partial void CueLedgerUnreadable(ILogger logger, Exception exception);

    [LoggerMessage(2017, LogLevel.Information, "Turns of queues whose policy allows it are read by {Brain} as well: "
        + "model {Model} at {Authority}.")]
    public static partial void ExternalModelOn(ILogger logger, string brain, string model, string authority);

    [LoggerMessage(2018, LogLevel.Warning, "{Turns} turns were not read by the external model: {Outcome}. The built-in "
        + "readings stand.")]
    public static partial void ExternalModelSilent(ILogger logger, int turns, ExternalOutcome outcome);

    [LoggerMessage(2019, LogLevel.Error, "A turn could not be given to the external model, for a reason that is ours. "
        + "The built-in reading stands.")]
    public static partial void ExternalReadingBroke(ILogger logger, Exception exception);
}
