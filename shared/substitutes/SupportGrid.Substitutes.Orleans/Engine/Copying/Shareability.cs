using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Numerics;
using System.Reflection;

namespace SupportGrid.Substitutes.Orleans.Engine.Copying;

/// <summary>Tells values that can never change, deeply: sharing them cannot be told from copying them.</summary>
internal static class Shareability
{
    private static readonly HashSet<Type> s_immutable =
    [
        typeof(string), typeof(decimal), typeof(DateTime), typeof(DateTimeOffset), typeof(DateOnly), typeof(TimeOnly),
        typeof(TimeSpan), typeof(Guid), typeof(Half), typeof(Int128), typeof(UInt128), typeof(BigInteger), typeof(Uri),
        typeof(Version), typeof(CultureInfo), typeof(IPAddress), typeof(CancellationToken), typeof(GrainId),
        typeof(GrainType), typeof(GrainInterfaceType), typeof(IdSpan), typeof(SiloAddress),
    ];

    private static readonly HashSet<Type> s_immutableWithItems =
    [
        typeof(Nullable<>), typeof(KeyValuePair<,>), typeof(ImmutableArray<>), typeof(ImmutableList<>),
        typeof(ImmutableQueue<>), typeof(ImmutableStack<>), typeof(ImmutableHashSet<>), typeof(ImmutableSortedSet<>),
        typeof(ImmutableDictionary<,>), typeof(ImmutableSortedDictionary<,>),
    ];

    private static readonly ConcurrentDictionary<Type, bool> s_exact = new();

    /// <summary>Whether every value of the declared type is shareable.</summary>
    internal static bool IsShareable(Type declared) =>
        (declared.IsSealed || declared.IsValueType || IsOpenButImmutable(declared)) && IsShareableExact(declared);

    /// <summary>Whether every value of exactly this type is shareable.</summary>
    internal static bool IsShareableExact(Type type) =>
        s_exact.TryGetValue(type, out var known) ? known : Decide(type);

    internal static bool IsShared(FieldInfo field) =>
        field.IsDefined(typeof(ImmutableAttribute))
        || (SerializedMembers.PropertyBehind(field)?.IsDefined(typeof(ImmutableAttribute)) ?? false)
        || IsShareable(field.FieldType);

    private static bool Decide(Type type)
    {
        var decision = IsShareable(type, []);
        s_exact[type] = decision;
        return decision;
    }

    /// <summary>
    /// A type met again while it is being judged counts as shareable: only another field can make it not so.
    /// </summary>
    private static bool IsShareable(Type type, HashSet<Type> judged)
    {
        if (IsKnownImmutable(type) || !judged.Add(type))
        {
            return true;
        }

        type = FrozenCollections.BaseOf(type) ?? type;
        if (type.IsGenericType && IsImmutableWithItems(type.GetGenericTypeDefinition()))
        {
            return type.GetGenericArguments().All(argument => IsShareableDeclared(argument, judged));
        }

        return SerializedMembers.IsMarked(type) && !type.IsAbstract && SerializedMembers.AllFields(type).All(field =>
            (field.IsInitOnly || type.IsValueType)
            && SerializedMembers.Travels(field)
            && (field.IsDefined(typeof(ImmutableAttribute)) || IsShareableDeclared(field.FieldType, judged)));
    }

    private static bool IsShareableDeclared(Type declared, HashSet<Type> judged) =>
        (declared.IsSealed || declared.IsValueType || IsOpenButImmutable(declared)) && IsShareable(declared, judged);

    private static bool IsKnownImmutable(Type type) =>
        type.IsPrimitive || type.IsEnum || s_immutable.Contains(type) || IsOpenButImmutable(type)
        || type.IsDefined(typeof(ImmutableAttribute), inherit: false);

    /// <summary>Classes that others derive from, all of which count as immutable.</summary>
    private static bool IsOpenButImmutable(Type type) =>
        type == typeof(Uri) || type == typeof(CultureInfo) || type == typeof(IPAddress)
        || typeof(Type).IsAssignableFrom(type)
        || typeof(Exception).IsAssignableFrom(type)
        || typeof(GrainReference).IsAssignableFrom(type);

    private static bool IsImmutableWithItems(Type definition) =>
        s_immutableWithItems.Contains(definition) || FrozenCollections.IsFrozen(definition)
        || definition.FullName!.StartsWith("System.ValueTuple`", StringComparison.Ordinal)
        || definition.FullName!.StartsWith("System.Tuple`", StringComparison.Ordinal);
}
