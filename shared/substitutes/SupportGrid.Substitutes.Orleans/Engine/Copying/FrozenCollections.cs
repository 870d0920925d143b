using System.Collections.Frozen;

namespace SupportGrid.Substitutes.Orleans.Engine.Copying;

/// <summary>Frozen collections are objects of hidden classes, one per kind of content; their base counts.</summary>
internal static class FrozenCollections
{
    /// <summary>The frozen set or dictionary that the type is; null if it is none.</summary>
    internal static Type? BaseOf(Type type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.IsGenericType && IsFrozen(current.GetGenericTypeDefinition()))
            {
                return current;
            }
        }

        return null;
    }

    internal static bool IsFrozen(Type definition) =>
        definition == typeof(FrozenSet<>) || definition == typeof(FrozenDictionary<,>);
}
