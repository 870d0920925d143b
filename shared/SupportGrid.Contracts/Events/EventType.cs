using System.Text.Json.Serialization.Metadata;

namespace SupportGrid.Contracts.Events;

/// <summary>One entry of the event catalogue.</summary>
/// <param name="Name">The wire name. Persisted: it outlives the name of the class and is never given to another
/// event.</param>
/// <param name="SchemaVersion">The version that is written; older ones are upcast, newer ones are refused.</param>
/// <param name="Category">The kind of stream it stands in; see <see cref="Grains.Streams"/>.</param>
/// <param name="Json">How the class is written and read.</param>
public sealed record EventType(string Name, int SchemaVersion, string Category, JsonTypeInfo Json)
{
    /// <summary>The class that stands for the event in memory.</summary>
    public Type Clr => Json.Type;
}
