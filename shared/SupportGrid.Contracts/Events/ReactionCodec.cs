using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using SupportGrid.Domain;

namespace SupportGrid.Contracts.Events;

/// <summary>Writes and reads bodies of reactions. Safe for concurrent use.</summary>
/// <remarks>
/// A body lives from the append to the reaction's completion, across an upgrade at most: there are no versions, but
/// kinds and members only grow.
/// </remarks>
public sealed class ReactionCodec : IReactionCodec
{
    private static readonly JsonSerializerOptions Options = new(ReactionJson.Default.Options)
    {
        // A command's name comes first when we write it, but order means nothing in JSON.
        AllowOutOfOrderMetadataProperties = true,
        TypeInfoResolver = ReactionJson.Default.WithAddedModifier(NameCommands),
    };

    /// <summary>Kinds by class.</summary>
    public static ImmutableArray<KeyValuePair<string, Type>> Kinds { get; } =
    [
        new("TellItemWaiting", typeof(TellItemWaiting)),
        new("TellItemGone", typeof(TellItemGone)),
        new("TellAgentAvailability", typeof(TellAgentAvailability)),
        new("TellPolicy", typeof(TellPolicy)),
        new("TellAgent", typeof(TellAgent)),
        new("TellInteraction", typeof(TellInteraction)),
        new("TellCustomer", typeof(TellCustomer)),
        new("TellQueue", typeof(TellQueue)),
        new("TellCueLedger", typeof(TellCueLedger)),
    ];

    private static readonly FrozenDictionary<string, JsonTypeInfo> ByKind =
        Kinds.ToFrozenDictionary(static k => k.Key, static k => Options.GetTypeInfo(k.Value), StringComparer.Ordinal);

    private static readonly FrozenDictionary<Type, string> ByClass =
        Kinds.ToFrozenDictionary(static k => k.Value, static k => k.Key);

    private ReactionCodec()
    {
    }

    public static ReactionCodec Default { get; } = new();

    /// <inheritdoc />
    /// <exception cref="ArgumentException">Its class has no kind.</exception>
    public EncodedReaction Encode(Reaction reaction) =>
        ByClass.TryGetValue(reaction.GetType(), out var kind)
            ? new EncodedReaction(kind, JsonBody.Write(reaction, ByKind[kind]))
            : throw new ArgumentException($"{reaction.GetType().Name} has no kind.", nameof(reaction));

    /// <inheritdoc />
    /// <exception cref="BrokenBodyException">The body does not fit its kind.</exception>
    public Reaction Decode(string kind, ReadOnlyMemory<byte> data)
    {
        if (!ByKind.TryGetValue(kind, out var type))
        {
            throw new UnknownEventException(kind, schemaVersion: 1);
        }

        try
        {
            return (Reaction?)JsonSerializer.Deserialize(data.Span, type) ?? throw new JsonException("The body is "
                + "null.");
        }
        catch (Exception broken) when (broken is JsonException or NotSupportedException)
        {
            throw new BrokenBodyException(kind, broken);
        }
    }

    private static void NameCommands(JsonTypeInfo type)
    {
        var commands = CommandNames.Of(type.Type);
        if (commands.IsEmpty)
        {
            return;
        }

        type.PolymorphismOptions = new JsonPolymorphismOptions
        {
            TypeDiscriminatorPropertyName = CommandNames.Discriminator,
            UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization,
        };
        foreach (var command in commands)
        {
            type.PolymorphismOptions.DerivedTypes.Add(command);
        }
    }
}
