using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Reflection;

namespace SupportGrid.Substitutes.Orleans.Engine.Copying;

/// <summary>Chooses the copier of a type.</summary>
internal static class CopierFactory
{
    /// <summary>
    /// Generic framework types, and the factory method that makes their copier from the same arguments.
    /// </summary>
    private static readonly Dictionary<Type, MethodInfo> s_generic = new()
    {
        [typeof(HashSet<>)] = Changing(nameof(ChangingCollections.HashSet)),
        [typeof(SortedSet<>)] = Changing(nameof(ChangingCollections.SortedSet)),
        [typeof(Queue<>)] = Changing(nameof(ChangingCollections.Queue)),
        [typeof(Stack<>)] = Changing(nameof(ChangingCollections.Stack)),
        [typeof(LinkedList<>)] = Changing(nameof(ChangingCollections.LinkedList)),
        [typeof(Memory<>)] = Changing(nameof(ChangingCollections.Memory)),
        [typeof(ReadOnlyMemory<>)] = Changing(nameof(ChangingCollections.ReadOnlyMemory)),
        [typeof(ArraySegment<>)] = Changing(nameof(ChangingCollections.ArraySegment)),
        [typeof(ImmutableArray<>)] = Unchanging(nameof(UnchangingCollections.Array)),
        [typeof(ImmutableList<>)] = Unchanging(nameof(UnchangingCollections.List)),
        [typeof(ImmutableQueue<>)] = Unchanging(nameof(UnchangingCollections.Queue)),
        [typeof(ImmutableStack<>)] = Unchanging(nameof(UnchangingCollections.Stack)),
        [typeof(ImmutableHashSet<>)] = Unchanging(nameof(UnchangingCollections.HashSet)),
        [typeof(ImmutableSortedSet<>)] = Unchanging(nameof(UnchangingCollections.SortedSet)),
        [typeof(ImmutableDictionary<,>)] = Unchanging(nameof(UnchangingCollections.Dictionary)),
        [typeof(ImmutableSortedDictionary<,>)] = Unchanging(nameof(UnchangingCollections.SortedDictionary)),
        [typeof(FrozenSet<>)] = Unchanging(nameof(UnchangingCollections.FrozenSet)),
        [typeof(FrozenDictionary<,>)] = Unchanging(nameof(UnchangingCollections.FrozenDictionary)),
        [typeof(Collection<>)] = Unchanging(nameof(UnchangingCollections.Collection)),
        [typeof(ReadOnlyCollection<>)] = Unchanging(nameof(UnchangingCollections.ReadOnlyCollection)),
        [typeof(ReadOnlyDictionary<,>)] = Unchanging(nameof(UnchangingCollections.ReadOnlyDictionary)),
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

        if (FrozenCollections.BaseOf(type) is { } frozen)
        {
            type = frozen;
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

    private static MethodInfo Changing(string name) => Method(typeof(ChangingCollections), name);

    private static MethodInfo Unchanging(string name) => Method(typeof(UnchangingCollections), name);

    private static MethodInfo Method(Type owner, string name) =>
        owner.GetMethod(name, BindingFlags.Static | BindingFlags.NonPublic)!;
}
