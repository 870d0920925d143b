using System.Text.Json.Nodes;

namespace SupportGrid.Contracts.Events;

/// <summary>Makes an old body readable for today's class, one version at a time. Pure; kept for ever.</summary>
public interface IEventUpcaster
{
    /// <summary>Wire name of the event type it serves.</summary>
    string Type { get; }

    /// <summary>The version it reads; it writes the next one.</summary>
    int FromVersion { get; }

    /// <summary>The same body as of the next version. The given one may be changed and returned.</summary>
    JsonObject Upcast(JsonObject body);
}
