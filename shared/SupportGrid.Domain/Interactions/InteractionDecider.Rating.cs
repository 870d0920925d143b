using SupportGrid.Kernel;
using static SupportGrid.Domain.Interactions.Interaction;

namespace SupportGrid.Domain.Interactions;

/// <remarks>
/// One rating a contact: reopening begins another one. Who gave up waiting may say so as well, so no agent is needed.
/// </remarks>
public sealed partial class InteractionDecider
{
    private static Decision<InteractionEvent> Rate(Existing state, RateInteraction c) => state switch
    {
        _ when c.Score is < InteractionLimits.RatingMin or > InteractionLimits.RatingMax =>
            InteractionRefusals.RatingOutOfRange,
        _ when c.Comment.Length > InteractionLimits.RatingCommentLengthMax => InteractionRefusals.CommentTooLong,
        not (Wrapping or Closed) => InteractionRefusals.ContactNotOver,
        { Facts.Rating: { } given } when given.Score == c.Score && given.Comment == c.Comment => [],
        { Facts.Rating: not null } => InteractionRefusals.AlreadyRated,
        Closed s when c.At > s.At + RatingWindow(s) => InteractionRefusals.RatingWindowOver,
        _ => [new InteractionRated(c.Score, c.Comment, TalkedWith(state), c.At)],
    };

    private static TimeSpan RatingWindow(Closed s)
    {
        var days = TimeSpan.FromDays(InteractionLimits.RatingDaysMax);
        return s.Facts.Policy.ReopenWithin > days ? s.Facts.Policy.ReopenWithin : days;
    }

    private static string? TalkedWith(Existing state) => state switch
    {
        Wrapping s => s.Agent,
        Closed { Reason: CloseReason.Served } s => s.Facts.LastAgent,
        _ => null,
    };
}
