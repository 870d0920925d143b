using System.Text.Json.Nodes;

namespace SupportGrid.Contracts.Events;

/// <summary>The next version only has members more, which may be absent: an old body is a new one as it is.</summary>
internal sealed class MembersAdded(string type, int fromVersion) : IEventUpcaster
{
    public string Type => type;

    public int FromVersion => fromVersion;

    public JsonObject Upcast(JsonObject body) => body;
}
