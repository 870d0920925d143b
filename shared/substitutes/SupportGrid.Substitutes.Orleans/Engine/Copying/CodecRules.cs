using System.Collections.Concurrent;
using System.Collections;
using System.Net;
using System.Reflection;
using Orleans.Serialization;

namespace SupportGrid.Substitutes.Orleans.Engine.Copying;

/// <summary>Says which types may cross a grain interface, as strictly as a cluster would.</summary>
internal static class CodecRules
{
    private static readonly HashSet<Type> s_collections = [.. CopierFactory.GenericCollections];

    private static readonly ConcurrentDictionary<Type, string?> s_objections = new();

    /// <exception cref="CodecNotFoundException">The type, or one that it contains, has no serializer.</exception>
    internal static void Verify(Type type)
    {
        if (Objection(type) is { } objection)
        {
            throw new CodecNotFoundException(objection);
        }
    }

    internal static string? Objection(Type type) =>
        s_objections.TryGetValue(type, out var known) ? known : Remember(type);

    private static string? Remember(Type type)
    {
        var objection = Objection(type, []);
        s_objections[type] = objection;
        return objection;
    }

    private static string? Objection(Type type, HashSet<Type> visited)
    {
        type = FrozenCollections.BaseOf(type) ?? type;
        if (!visited.Add(type) || IsResolvedByValue(type))
        {
            return null;
        }

        if (type.IsArray)
        {
            return type.GetArrayRank() == 1
                ? Objection(type.GetElementType()!, visited)
                : $"{type} has no serializer: use arrays of one dimension.";
        }

        if (SerializedMembers.IsMarked(type))
        {
            return ObjectionToMembers(type, visited);
        }

        if (type.IsGenericType && IsFrameworkGeneric(type.GetGenericTypeDefinition()))
        {
            return type.GetGenericArguments().Select(argument => Objection(argument, visited))
                .FirstOrDefault(objection => objection is not null);
        }

        return $"{type} has no serializer: mark it [GenerateSerializer] and its members [Id].";
    }

    /// <summary>
    /// Types that need no codec of their own: known values, and base types whose values bring their own.
    /// </summary>
    private static bool IsResolvedByValue(Type type) =>
        type == typeof(object) || type.IsInterface || type == typeof(IPEndPoint)
        || type.IsAbstract && !IsStatic(type) && FrozenCollections.BaseOf(type) is null
        || !SerializedMembers.IsMarked(type) && !type.IsGenericType && Shareability.IsShareableExact(type)
        || typeof(IAddressable).IsAssignableFrom(type);

    private static bool IsStatic(Type type) => type.IsAbstract && type.IsSealed;

    private static bool IsFrameworkGeneric(Type definition) =>
        s_collections.Contains(definition)
        || definition == typeof(KeyValuePair<,>)
        || definition.FullName!.StartsWith("System.ValueTuple`", StringComparison.Ordinal)
        || definition.FullName!.StartsWith("System.Tuple`", StringComparison.Ordinal)
        || definition.IsAssignableTo(typeof(IStructuralComparable)) && definition.Namespace == "System";

    private static string? ObjectionToMembers(Type type, HashSet<Type> visited)
    {
        if (ObjectionToAlias(type) is { } misnamed)
        {
            return misnamed;
        }

        var twice = SerializedMembers.StatedIds(type).GroupBy(stated => stated.Id)
            .FirstOrDefault(same => same.Count() > 1);
        if (twice is not null)
        {
            return $"{type} gives [Id({twice.Key})] to {string.Join(" and ", twice.Select(stated => stated.Member))}.";
        }

        foreach (var field in SerializedMembers.DeclaredFields(type))
        {
            if (ObjectionToField(field, visited) is { } objection)
            {
                return objection;
            }
        }

        return HasNothing(type.BaseType) ? null : Objection(type.BaseType!, visited) ?? ObjectionToBase(type.BaseType!);
    }

    /// <summary>
    /// Another process reads the alias of a generic type back only if it says how many arguments follow.
    /// </summary>
    private static string? ObjectionToAlias(Type type) =>
        type.IsGenericType
        && type.GetCustomAttribute<AliasAttribute>(inherit: false)?.Alias is { } alias
        && !alias.EndsWith($"`{type.GetGenericArguments().Length}", StringComparison.Ordinal)
            ? $"{type} is generic: end its alias \"{alias}\" with `{type.GetGenericArguments().Length}."
            : null;

    /// <summary>An abstract base passes as a declared type but its own members must travel too.</summary>
    private static string? ObjectionToBase(Type type) =>
        SerializedMembers.IsMarked(type) || SerializedMembers.DeclaredFields(type).Length == 0
            ? null
            : $"{type} has members but no serializer: mark it [GenerateSerializer] and its members [Id].";

    private static string? ObjectionToField(FieldInfo field, HashSet<Type> visited)
    {
        if (SerializedMembers.Travels(field))
        {
            return Objection(field.FieldType, visited) is { } inner ? $"{field.DeclaringType}: {inner}" : null;
        }

        var name = SerializedMembers.PropertyBehind(field)?.Name ?? field.Name;
        return SerializedMembers.IsLeftOutOnPurpose(field)
            ? null
            : $"{field.DeclaringType}.{name} has neither [Id] nor [NonSerialized]: it would be lost on the way.";
    }

    private static bool HasNothing(Type? type) => type is null || type == typeof(object) || type == typeof(ValueType);
}
