namespace SupportGrid.Domain.Interactions;

/// <summary>Limits of one interaction.</summary>
public static class InteractionLimits
{
    /// <summary>UTF-16 characters of one message.</summary>
    public const int TextLengthMax = 8_000;

    public const int SubjectLengthMax = 200;

    /// <summary>Notes of transfers and wrap-ups.</summary>
    public const int NoteLengthMax = 2_000;

    public const int ReasonLengthMax = 200;

    public const int WrapUpCodeLengthMax = 64;

    public const int RatingMin = 1;

    public const int RatingMax = 5;

    /// <summary>UTF-16 characters of what a customer says beside a rating.</summary>
    public const int RatingCommentLengthMax = 1_000;

    /// <summary>Days after the end in which a contact may be rated, where it cannot be reopened for longer.</summary>
    public const int RatingDaysMax = 7;

    /// <summary>Messages of one transcript.</summary>
    public const int MessagesMax = 5_000;

    /// <summary>
    /// UTF-16 characters of all messages of one transcript together. It travels in one response, and clients of gRPC
    /// take 4 MiB by default: this many are at most 1.5 MB of text, and the messages around it at most another 1 MB.
    /// </summary>
    public const int TranscriptLengthMax = 500_000;

    public const int TransfersMax = 50;

    public const int ReopeningsMax = 20;

    /// <summary>Points, in both directions.</summary>
    public const double PriorityMax = 10_000;
}
