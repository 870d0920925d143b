using System.Diagnostics;
using System.Globalization;
using SupportGrid.Domain;
using SupportGrid.Domain.Agents;
using SupportGrid.Domain.Interactions;

namespace SupportGrid.Gateway.Supervision;

/// <summary>What happened, in one line for a person. Messages are not quoted: the transcript has them.</summary>
public static class TimelineSummary
{
    public static string Of(InteractionEvent @event) => @event switch
    {
        InteractionOpened e => $"{e.Customer} got in touch by {Word(e.Channel)}.",
        InteractionQueued e => Queued(e),
        InteractionPrioritised e => Line($"{e.By} set the priority to {e.Priority} points: {e.Reason}"),
        InteractionTransferred e => Transferred(e),
        ChannelSwitched e => $"Went on by {Word(e.To)} instead of {Word(e.From)}.",
        InteractionAbandoned e => $"The customer left after waiting {Time(e.Waited)}{(e.Short ? ", soon" : "")}.",
        InteractionClosed e => Closed(e),
        InteractionReopened e => $"Taken up again by {e.Author}.",
        InteractionRated e => Rated(e),
        TrajectoryMoved or CueShown or CueEnded or CueAnswered or OpportunityScored or NeedClassified
            or ReadingRevised =>
            OfEmpathy(@event),
        _ => OfAgent(@event),
    };

    private static string OfEmpathy(InteractionEvent @event) => @event switch
    {
        TrajectoryMoved e => Line($"The customer went from {Lower(e.From)} to {Lower(e.To)}."),
        CueShown { Cue: var cue } => Line(
            $"{(cue.Alert is null ? "Cue" : "Alert")} {cue.Id} on message {cue.Sequence}: {Lower(cue.Kind)}."),
        CueEnded e => $"Cue {e.Cue} ended: {Lower(e.Reason)}.",
        CueAnswered e =>
            $"{e.Agent} called cue {e.Cue} {Lower(e.Answer)}{(e.Label is null ? "" : $", and right {e.Label}")}.",
        OpportunityScored e => Line($"An acknowledgement by {e.Agent} was {Lower(e.Outcome)}: {Lower(e.Kind)}."),
        NeedClassified { Need: var need } => Line(
            $"The need is {Lower(need.Level)}, importance {need.Importance} of 5, urgency {need.Urgency} of 5."),
        ReadingRevised { Reading.Name: var model } e => Line($"Message {e.Sequence} was read by {model} as well."),
        _ => throw new UnreachableException($"{@event.GetType().Name} has no line."),
    };

    private static string OfAgent(InteractionEvent @event) => @event switch
    {
        OfferIssued e => $"Offered to {e.Agent} until {Clock(e.Until)}.",
        OfferRejected e => $"{e.Agent} rejected the offer: {e.Reason}",
        OfferExpired e => $"{e.Agent} did not answer the offer.",
        OfferCancelled e => $"The offer to {e.Agent} was cancelled: {Because(e.Reason)}.",
        OfferRescinded e => $"The offer to {e.Agent} was taken back: {Because(e.Reason)}.",
        AgentConnected e => $"{e.Agent} accepted after {Time(e.Waited)} of waiting.",
        AgentReleased e => $"{e.Agent} has it no more: {Because(e.Reason)}.",
        MessageSaid e => Line($"{Word(e.From)} {e.Author} wrote message {e.Sequence}."),
        InteractionHeld e => $"{e.Agent} put the customer on hold.",
        InteractionRetrieved e => $"{e.Agent} came back after {Time(e.HeldFor)} of hold.",
        ContactEnded e => $"The contact with {e.Agent} ended after {Time(e.Talked)}, by the {Because(Word(e.By))}.",
        WrapUpStarted { Until: { } until } e => $"{e.Agent} wraps up until {Clock(until)}.",
        WrapUpStarted e => $"{e.Agent} wraps up.",
        WrapUpCompleted { Code: AgentReasons.AgentLost } e => $"{e.Agent} was lost while wrapping up.",
        WrapUpCompleted { TimedOut: true } e => $"The time for {e.Agent} to wrap up ran out.",
        WrapUpCompleted e => $"{e.Agent} wrapped up{(e.Code is null ? "" : $" with {e.Code}")}.",
        _ => throw new UnreachableException($"{@event.GetType().Name} has no line."),
    };

    private static string Queued(InteractionQueued e)
    {
        var why = e.Because switch
        {
            QueuedBecause.Opened => "",
            QueuedBecause.Transferred => " after a transfer",
            QueuedBecause.Reopened => " again after reopening",
            QueuedBecause.ChannelSwitched => " after the channel was switched",
            QueuedBecause.AgentLost => " again because its agent was lost",
            _ => "",
        };
        var direct = e.Direct is null ? "" : $", for {e.Direct.Agent} until {Clock(e.Direct.Until)}";
        return $"Took its place in the line of {e.Queue}{why}{direct}.";
    }

    private static string Transferred(InteractionTransferred e)
    {
        var target = e.ToAgent is null ? e.ToQueue : $"{e.ToAgent} in {e.ToQueue}";
        return $"{e.By} moved it from {e.FromAgent ?? e.FromQueue} to {target}.";
    }

    /// <summary>With the comment: it is no message, so the transcript does not have it.</summary>
    private static string Rated(InteractionRated e)
    {
        var comment = e.Comment.Length == 0 ? "." : $": {e.Comment}";
        return Line($"The customer gave {e.Score} of {InteractionLimits.RatingMax}{comment}");
    }

    private static string Closed(InteractionClosed e) => e.Reason switch
    {
        CloseReason.Served => $"Closed{(e.WrapUpCode is null ? "" : $" with {e.WrapUpCode}")}.",
        _ => "Closed: the customer had left.",
    };

    private static string Lower<T>(T word)
        where T : struct, Enum =>
#pragma warning disable CA1308 // Not for comparing: these words stand in a sentence.
        word.ToString().ToLowerInvariant();
#pragma warning restore CA1308

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Because(string code) => code.Replace('_', ' ').TrimEnd('.');

    private static string Word(Channel channel) => channel switch
    {
        Channel.Voice => "voice",
        Channel.Chat => "chat",
        Channel.Email => "e-mail",
        Channel.Sms => "SMS",
        Channel.Social => "social network",
        _ => "callback",
    };

    private static string Word(Party party) => party switch
    {
        Party.Customer => "Customer",
        Party.Agent => "Agent",
        Party.Supervisor => "Supervisor",
        _ => "System",
    };

    private static string Clock(DateTimeOffset at) =>
        at.UtcDateTime.ToString("HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    private static string Time(TimeSpan span) => span.TotalMinutes < 1
        ? Line($"{Math.Max(0, (int)span.TotalSeconds)} s")
        : Line($"{(int)span.TotalMinutes} min {span.Seconds} s");
}
