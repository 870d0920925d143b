using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupportGrid.Empathy.Models;

/// <summary>JSON of headers and cards: camel case, enumerations by name, unknown properties ignored.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, WriteIndented = false)]
[JsonSerializable(typeof(ModelHeader))]
[JsonSerializable(typeof(ModelCard))]
internal sealed partial class ModelJson : JsonSerializerContext;
