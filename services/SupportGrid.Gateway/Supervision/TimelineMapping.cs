using SupportGrid.Domain.Interactions;
using SupportGrid.EventStore;
using V1 = SupportGrid.Api.V1;

namespace SupportGrid.Gateway.Supervision;

/// <summary>Events of an interaction as lines of its timeline.</summary>
public static class TimelineMapping
{
    public static V1.TimelineEntry ToProto(RecordedEvent recorded, InteractionEvent @event) => new()
    {
        Version = recorded.Version,
        Type = recorded.Type,
        At = recorded.At.ToProto(),
        Actor = recorded.Actor ?? "",
        Summary = TimelineSummary.Of(@event),
    };
}
