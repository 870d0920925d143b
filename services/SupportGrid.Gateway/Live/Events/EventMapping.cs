using System.Text;
using SupportGrid.Domain.Agents;
using SupportGrid.EventStore;
using V1 = SupportGrid.Api.V1;

namespace SupportGrid.Gateway.Live.Events;

/// <summary>Events of the log on the wire; attributes follow CloudEvents.</summary>
public static class EventMapping
{
    public static V1.Event ToProto(this RecordedEvent recorded) => new()
    {
        Id = recorded.EventId.ToString(),
        Source = recorded.Stream,
        Type = recorded.Type,
        SchemaVersion = recorded.SchemaVersion,
        Time = recorded.At.ToProto(),
        Sequence = recorded.Version,
        Position = recorded.Position,
        Actor = recorded.Actor ?? "",
        DataJson = IsForTheAgentAlone(recorded.Type) ? "{}" : Encoding.UTF8.GetString(recorded.Data.Span),
    };

    /// <summary>
    /// That something happened is told, so that no version is missing; what it says of an agent's load is not.
    /// </summary>
    private static bool IsForTheAgentAlone(string type) =>
        type is nameof(EmotionalLoadNoted) or nameof(EmotionalLoadOptedOut) or nameof(EmotionalLoadOptedIn);
}
