using SupportGrid.Domain;

namespace SupportGrid.Contracts.Events;

/// <summary>Turns reactions into what the outbox keeps, and back. Thread-safe.</summary>
public interface IReactionCodec
{
    EncodedReaction Encode(Reaction reaction);

    /// <exception cref="UnknownEventException">This build does not know the kind.</exception>
    Reaction Decode(string kind, ReadOnlyMemory<byte> data);
}

/// <summary>A reaction as the outbox keeps it.</summary>
public readonly record struct EncodedReaction(string Kind, ReadOnlyMemory<byte> Data);
