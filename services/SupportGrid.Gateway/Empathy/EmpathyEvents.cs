using SupportGrid.Domain.Interactions;

namespace SupportGrid.Gateway.Empathy;

/// <summary>Which events are about how the customer fares and nothing else.</summary>
internal static class EmpathyEvents
{
    public static bool Is(object @event) => @event is TrajectoryMoved or CueShown or CueEnded or CueAnswered
        or OpportunityScored or NeedClassified or ReadingRevised;
}
