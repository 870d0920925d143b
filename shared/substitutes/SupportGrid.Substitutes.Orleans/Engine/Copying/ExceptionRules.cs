using System.Collections.Concurrent;
using Orleans.Serialization;

namespace SupportGrid.Substitutes.Orleans.Engine.Copying;

/// <summary>Says which exceptions a caller in another process would get to see.</summary>
internal static class ExceptionRules
{
    /// <summary>Platforms whose exceptions travel without a mark.</summary>
    private static readonly string[] s_roots = ["System", "Microsoft", "Azure", "Orleans"];

    private static readonly ConcurrentDictionary<Type, bool> s_travels = new();

    /// <summary>What arrives of an exception that a grain has thrown.</summary>
    internal static Exception Arriving(Exception thrown) => s_travels.GetOrAdd(thrown.GetType(), Travels)
        ? thrown
        : new CodecNotFoundException(
            $"{thrown.GetType()} has no serializer, so no other process could be told: {thrown.Message}", thrown);

    private static bool Travels(Type type) =>
        SerializedMembers.IsMarked(type)
        || s_roots.Any(root => type.Namespace == root || type.Namespace?.StartsWith(root + ".", StringComparison.Ordinal) == true)
        || type.Assembly == typeof(ExceptionRules).Assembly;
}
