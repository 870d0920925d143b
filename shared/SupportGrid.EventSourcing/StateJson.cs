using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace SupportGrid.EventSourcing;

/// <summary>
/// JSON of the states in snapshots. A state is a closed family: the cases nested in an abstract record are its derived
/// types, told apart by their names.
/// </summary>
internal static class StateJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameTheCases } },
    };

    public static string Write<TState>(TState state) => JsonSerializer.Serialize(state, Options);

    public static TState Read<TState>(string json) =>
        JsonSerializer.Deserialize<TState>(json, Options) ?? throw new JsonException("The state is null.");

    private static void NameTheCases(JsonTypeInfo info)
    {
        if (!info.Type.IsAbstract || info.Kind != JsonTypeInfoKind.Object)
        {
            return;
        }

        info.PolymorphismOptions = new JsonPolymorphismOptions { TypeDiscriminatorPropertyName = "case" };
        foreach (var nested in info.Type.GetNestedTypes().Where(t => !t.IsAbstract && t.IsAssignableTo(info.Type)))
        {
            info.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(nested, nested.Name));
        }
    }
}
