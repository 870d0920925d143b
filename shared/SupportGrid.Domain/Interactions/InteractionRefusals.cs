using SupportGrid.Kernel;

namespace SupportGrid.Domain.Interactions;

/// <summary>Every "no" of an interaction. Codes are part of the public API and never change.</summary>
public static class InteractionRefusals
{
    public static Refusal NoSuchInteraction { get; } =
        new("NO_SUCH_INTERACTION", "This interaction does not exist.");

    public static Refusal QueueClosed { get; } =
        new("QUEUE_CLOSED", "The queue is closed now and takes nothing outside of its hours.");

    public static Refusal SubjectTooLong { get; } =
        new("SUBJECT_TOO_LONG", $"A subject has at most {InteractionLimits.SubjectLengthMax} characters.");

    public static Refusal TextEmpty { get; } = new("TEXT_EMPTY", "A message needs a text.");

    public static Refusal TextTooLong { get; } =
        new("TEXT_TOO_LONG", $"A message has at most {InteractionLimits.TextLengthMax} characters.");

    public static Refusal NoteTooLong { get; } =
        new("NOTE_TOO_LONG", $"A note has at most {InteractionLimits.NoteLengthMax} characters.");

    public static Refusal ReasonTooLong { get; } =
        new("REASON_TOO_LONG", $"A reason has at most {InteractionLimits.ReasonLengthMax} characters.");

    public static Refusal TranscriptFull { get; } =
        new(
            "TRANSCRIPT_FULL",
            $"An interaction holds at most {InteractionLimits.MessagesMax} messages "
                + $"and {InteractionLimits.TranscriptLengthMax} characters of text.");

    public static Refusal MessageIdReused { get; } =
        new("MESSAGE_ID_REUSED", "Another message was said under this id.");

    public static Refusal InteractionEnded { get; } =
        new("INTERACTION_ENDED", "The contact is over.");

    public static Refusal NotYourInteraction { get; } =
        new("NOT_YOUR_INTERACTION", "The agent does not have this interaction.");

    public static Refusal NotConnected { get; } =
        new("NOT_CONNECTED", "No agent is talking with the customer.");

    public static Refusal NotWaiting { get; } =
        new("NOT_WAITING", "The interaction is not waiting.");

    public static Refusal DirectedElsewhere { get; } =
        new("DIRECTED_ELSEWHERE", "The interaction is kept for another agent for now.");

    public static Refusal OfferNotCurrent { get; } =
        new("OFFER_NOT_CURRENT", "This offer is not the current one: it was answered, taken back, or ran out.");

    public static Refusal OfferNotYours { get; } =
        new("OFFER_NOT_YOURS", "This offer was made to another agent.");

    public static Refusal OfferExpired { get; } =
        new("OFFER_EXPIRED", "The time to answer this offer is over.");

    public static Refusal AlreadyConnected { get; } =
        new("ALREADY_CONNECTED", "An agent is already talking with the customer.");

    public static Refusal WrapUpNotStarted { get; } =
        new("WRAP_UP_NOT_STARTED", "The contact has to end before it is wrapped up.");

    public static Refusal WrapUpCodeUnknown { get; } =
        new("WRAP_UP_CODE_UNKNOWN", "The queue does not know this wrap-up code.");

    public static Refusal WrapUpCodeRequired { get; } =
        new("WRAP_UP_CODE_REQUIRED", "The queue asks for a wrap-up code.");

    public static Refusal AlreadyClosed { get; } =
        new("ALREADY_CLOSED", "The interaction is already closed.");

    public static Refusal TransferToSelf { get; } =
        new("TRANSFER_TO_SELF", "The agent already has this interaction.");

    public static Refusal TransferLimit { get; } =
        new("TRANSFER_LIMIT", $"An interaction is transferred at most {InteractionLimits.TransfersMax} times.");

    public static Refusal PriorityOutOfRange { get; } = new(
        "PRIORITY_OUT_OF_RANGE",
        $"A priority lies between -{InteractionLimits.PriorityMax} and {InteractionLimits.PriorityMax} points.");

    public static Refusal ReopenWindowOver { get; } =
        new("REOPEN_WINDOW_OVER", "It was closed too long ago to be reopened.");

    public static Refusal ReopenLimit { get; } =
        new("REOPEN_LIMIT", $"An interaction is reopened at most {InteractionLimits.ReopeningsMax} times.");

    public static Refusal NoSuchCue { get; } =
        new("NO_SUCH_CUE", "The interaction has no such cue, or no longer keeps it.");

    public static Refusal CueAlreadyAnswered { get; } =
        new("CUE_ALREADY_ANSWERED", "This cue was answered otherwise before.");

    public static Refusal CueLabelUnknown { get; } =
        new("CUE_LABEL_UNKNOWN", "A label comes only with a dispute, and is one of the known emotions.");

    public static Refusal ContactNotOver { get; } =
        new("CONTACT_NOT_OVER", "A contact is rated when it is over.");

    public static Refusal AlreadyRated { get; } =
        new("ALREADY_RATED", "The contact was rated otherwise before.");

    public static Refusal RatingWindowOver { get; } =
        new("RATING_WINDOW_OVER", "It ended too long ago to be rated.");

    public static Refusal RatingOutOfRange { get; } = new(
        "RATING_OUT_OF_RANGE",
        $"A rating lies between {InteractionLimits.RatingMin} and {InteractionLimits.RatingMax}.");

    public static Refusal CommentTooLong { get; } =
        new("COMMENT_TOO_LONG", $"A comment has at most {InteractionLimits.RatingCommentLengthMax} characters.");

    public static Refusal ReadingSettled { get; } =
        new("READING_SETTLED", "The reading of this message cannot be revised, or not any more.");

    /// <summary>All of them; the gateway's table and the tests cover every one.</summary>
    public static IReadOnlyList<Refusal> All { get; } =
    [
        NoSuchInteraction, QueueClosed, SubjectTooLong, TextEmpty, TextTooLong, NoteTooLong, ReasonTooLong,
        TranscriptFull, MessageIdReused, InteractionEnded, NotYourInteraction, NotConnected, NotWaiting,
        DirectedElsewhere, OfferNotCurrent, OfferNotYours, OfferExpired, AlreadyConnected, WrapUpNotStarted,
        WrapUpCodeUnknown, WrapUpCodeRequired, AlreadyClosed, TransferToSelf, TransferLimit, PriorityOutOfRange,
        ReopenWindowOver, ReopenLimit, NoSuchCue, CueAlreadyAnswered, CueLabelUnknown,
        ContactNotOver, AlreadyRated, RatingWindowOver, RatingOutOfRange, CommentTooLong, ReadingSettled,
    ];
}
