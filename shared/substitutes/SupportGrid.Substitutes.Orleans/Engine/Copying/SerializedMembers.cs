using System.Reflection;
using System.Runtime.CompilerServices;

namespace SupportGrid.Substitutes.Orleans.Engine.Copying;

/// <summary>
/// Which fields of a type travel: those with an id, those of properties with one, and a record's parameters.
/// </summary>
internal static class SerializedMembers
{
    private const BindingFlags Declared =
        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>All instance fields, those of base types included, base types first.</summary>
    internal static IEnumerable<FieldInfo> AllFields(Type type) =>
        Hierarchy(type).Reverse().SelectMany(DeclaredFields);

    internal static FieldInfo[] DeclaredFields(Type type) => type.GetFields(Declared);

    /// <summary>Framework types travel whole.</summary>
    internal static bool Travels(FieldInfo field) =>
        !IsMarked(field.DeclaringType!) || TravelsByMark(field) || TravelsByConstructor(field);

    internal static bool IsMarked(Type type) => type.IsDefined(typeof(GenerateSerializerAttribute), inherit: false);

    internal static bool IsLeftOutOnPurpose(FieldInfo field) =>
        field.IsDefined(typeof(NonSerializedAttribute));

    /// <summary>The numbers that members of a type state, a number once per member that states it.</summary>
    internal static IEnumerable<(uint Id, string Member)> StatedIds(Type type) => type.GetMembers(Declared)
        .Where(member => member is FieldInfo or PropertyInfo)
        .Select(member => (Mark: member.GetCustomAttribute<IdAttribute>(), member.Name))
        .Where(stated => stated.Mark is not null)
        .Select(stated => (stated.Mark!.Id, stated.Name));

    internal static PropertyInfo? PropertyBehind(FieldInfo field)
    {
        const string Suffix = ">k__BackingField";
        return field.Name.StartsWith('<') && field.Name.EndsWith(Suffix, StringComparison.Ordinal)
            ? field.DeclaringType!.GetProperty(field.Name[1..^Suffix.Length], Declared)
            : null;
    }

    private static IEnumerable<Type> Hierarchy(Type type)
    {
        for (var current = type; current is not null && current != typeof(object); current = current.BaseType)
        {
            yield return current;
        }
    }

    private static bool TravelsByMark(FieldInfo field)
    {
        var property = PropertyBehind(field);
        return field.IsDefined(typeof(IdAttribute))
            || (property?.IsDefined(typeof(IdAttribute)) ?? false)
            || (property?.SetMethod?.IsPublic ?? false) && HasGeneratedIds(field.DeclaringType!);
    }

    private static bool HasGeneratedIds(Type type) =>
        type.GetCustomAttribute<GenerateSerializerAttribute>()!.GenerateFieldIds == GenerateFieldIds.PublicProperties;

    private static bool TravelsByConstructor(FieldInfo field)
    {
        var type = field.DeclaringType!;
        var mark = type.GetCustomAttribute<GenerateSerializerAttribute>()!;
        if (!mark.IncludePrimaryConstructorParameters && !IsRecord(type))
        {
            return false;
        }

        var name = PropertyBehind(field)?.Name ?? CapturedParameter(field);
        return name is not null && type.GetConstructors(Declared).Any(constructor => constructor.GetParameters()
            .Any(parameter => parameter.Name == name && parameter.ParameterType == field.FieldType));
    }

    private static string? CapturedParameter(FieldInfo field) =>
        field.Name.StartsWith('<') && field.Name.EndsWith(">P", StringComparison.Ordinal) ? field.Name[1..^2] : null;

    /// <summary>Only the compiler writes this method, and it writes it for records only.</summary>
    private static bool IsRecord(Type type) =>
        type.GetMethod("PrintMembers", Declared, [typeof(System.Text.StringBuilder)])
            ?.IsDefined(typeof(CompilerGeneratedAttribute)) ?? false;
}
