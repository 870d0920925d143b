using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Reflection;

namespace SupportGrid.Substitutes.Orleans.Engine.Copying;

/// <summary>Chooses the copier of a type.</summary>
internal static class CopierFactory
{
    /// <summary>Generic framework types, and the factory method that makes their copier from the same arguments.</summary>
    private static readonly Dictionary<Type, MethodInfo> s_generic = new()
    {
        [typeof(HashSet<>)] = Method(typeof(CollectionCopierFactory), nameof(CollectionCopierFactory.HashSet)),
        [typeof(SortedSet<>)] = Method(typeof(CollectionCopierFactory), nameof(CollectionCopierFactory.SortedSet)),
        [typeof(Queue<>)] = Method(typeof(CollectionCopierFactory), nameof(CollectionCopierFactory.Queue)),
        [typeof(Stack<>)] = Method(typeof(CollectionCopierFactory), nameof(CollectionCopierFactory.Stack)),
        [typeof(LinkedList<>)] = Method(typeof(CollectionCopierFactory), nameof(CollectionCopierFactory.LinkedList)),
        [typeof(Memory<>)] = Method(typeof(CollectionCopierFactory), nameof(CollectionCopierFactory.Memory)),
        [typeof(ReadOnlyMemory<>)] =
            Method(typeof(CollectionCopierFactory), nameof(CollectionCopierFactory.ReadOnlyMemory)),
        [typeof(ArraySegment<>)] = Method(typeof(CollectionCopierFactory), nameof(CollectionCopierFactory.ArraySegment)),
        [typeof(ImmutableArray<>)] = Method(typeof(ImmutableCollectionCopiers), nameof(ImmutableCollectionCopiers.Array)),
        [typeof(ImmutableList<>)] = Method(typeof(ImmutableCollectionCopiers), nameof(ImmutableCollectionCopiers.List)),
        [typeof(ImmutableQueue<>)] = Method(typeof(ImmutableCollectionCopiers), nameof(ImmutableCollectionCopiers.Queue)),
        [typeof(ImmutableStack<>)] = Method(typeof(ImmutableCollectionCopiers), nameof(ImmutableCollectionCopiers.Stack)),
        [typeof(ImmutableHashSet<>)] =
            Method(typeof(ImmutableCollectionCopiers), nameof(ImmutableCollectionCopiers.HashSet)),
        [typeof(ImmutableSortedSet<>)] =
            Method(typeof(ImmutableCollectionCopiers), nameof(ImmutableCollectionCopiers.SortedSet)),
        [typeof(ImmutableDictionary<,>)] =
            Method(typeof(ImmutableCollectionCopiers), nameof(ImmutableCollectionCopiers.Dictionary)),
        [typeof(ImmutableSortedDictionary<,>)] =
            Method(typeof(ImmutableCollectionCopiers), nameof(ImmutableCollectionCopiers.SortedDictionary)),
        [typeof(Collection<>)] =
            Method(typeof(ImmutableCollectionCopiers), nameof(ImmutableCollectionCopiers.Collection)),
        [typeof(ReadOnlyCollection<>)] =
            Method(typeof(ImmutableCollectionCopiers), nameof(ImmutableCollectionCopiers.ReadOnlyCollection)),
        [typeof(ReadOnlyDictionary<,>)] =
            Method(typeof(ImmutableCollectionCopiers), nameof(ImmutableCollectionCopiers.ReadOnlyDictionary)),
    };

    private static readonly Dictionary<Type, Type> s_classes = new()
    {
        [typeof(List<>)] = typeof(ListCopier<>),
        [typeof(Dictionary<,>)] = typeof(DictionaryCopier<,>),
        [typeof(SortedDictionary<,>)] = typeof(SortedDictionaryCopier<,>),
        [typeof(Nullable<>)] = typeof(NullableCopier<>),
    };

    internal static IEnumerable<Type> GenericCollections => s_generic.Keys.Concat(s_classes.Keys);

    /// <summary>For values of a declared type or of types derived from it; null when they are shared.</summary>
    internal static Copier? ForDeclared(Type type)
    {
        if (Shareability.IsShareable(type))
        {
            return null;
        }

        if (type.IsInterface && typeof(IAddressable).IsAssignableFrom(type))
        {
            return Make(typeof(AddressableCopier<>), type);
        }

        return type is { IsSealed: false, IsValueType: false, IsArray: false }
            ? Make(typeof(PolymorphicCopier<>), type)
            : ForExact(type);
    }

    /// <summary>For values of exactly this type; null when they are shared.</summary>
    internal static Copier? ForExact(Type type)
    {
        if (Shareability.IsShareableExact(type))
        {
            return null;
        }

        if (type.IsArray)
        {
            return Make(typeof(ArrayCopier<>), type.GetElementType()!);
        }

        if (type.IsGenericType)
        {
            var definition = type.GetGenericTypeDefinition();
            if (s_generic.TryGetValue(definition, out var factory))
            {
                return (Copier)factory.MakeGenericMethod(type.GetGenericArguments()).Invoke(null, null)!;
            }

            if (s_classes.TryGetValue(definition, out var copier))
            {
                return Make(copier, type.GetGenericArguments());
            }
        }

        return Make(type.IsValueType ? typeof(StructCopier<>) : typeof(ClassCopier<>), type);
    }

    private static Copier Make(Type definition, params Type[] arguments) =>
        (Copier)Activator.CreateInstance(definition.MakeGenericType(arguments), nonPublic: true)!;

    private static MethodInfo Method(Type owner, string name) =>
        owner.GetMethod(name, BindingFlags.Static | BindingFlags.NonPublic)!;
}
