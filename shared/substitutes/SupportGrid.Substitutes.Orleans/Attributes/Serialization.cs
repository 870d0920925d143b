namespace Orleans;

/// <summary>The type may cross a grain interface. Each member that travels has an <see cref="IdAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum)]
public sealed class GenerateSerializerAttribute : Attribute
{
    /// <summary>Whether primary constructor parameters travel; always so for records.</summary>
    public bool IncludePrimaryConstructorParameters { get; init; }

    /// <summary>Whether members get their ids by themselves.</summary>
    public GenerateFieldIds GenerateFieldIds { get; init; } = GenerateFieldIds.None;
}

/// <summary>Whether members get their ids by themselves.</summary>
public enum GenerateFieldIds
{
    /// <summary>Each member states its id.</summary>
    None,

    /// <summary>Every settable property gets one.</summary>
    PublicProperties,
}

/// <summary>The number of a member within its type. It never changes; derived types start again at 0.</summary>
[AttributeUsage(
    AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum | AttributeTargets.Method
    | AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class IdAttribute(uint id) : Attribute
{
    /// <summary>The number.</summary>
    public uint Id { get; } = id;
}

/// <summary>A name that outlives renames in code.</summary>
[AttributeUsage(
    AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum | AttributeTargets.Method
    | AttributeTargets.Interface,
    AllowMultiple = true)]
public sealed class AliasAttribute(string alias) : Attribute
{
    /// <summary>The name.</summary>
    public string Alias { get; } = alias;
}

/// <summary>The value never changes, so that it is shared and not copied between grains.</summary>
[AttributeUsage(
    AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Property | AttributeTargets.Field
    | AttributeTargets.Parameter | AttributeTargets.ReturnValue,
    Inherited = false)]
public sealed class ImmutableAttribute : Attribute;

/// <summary>
/// The class converts a type that has no serializer to one that has and back: see <see cref="IConverter{TValue,
/// TSurrogate}"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class RegisterConverterAttribute : Attribute;

/// <summary>Lets a type of another assembly travel as a surrogate.</summary>
/// <typeparam name="TValue">The type that has no serializer.</typeparam>
/// <typeparam name="TSurrogate">What travels in its place.</typeparam>
public interface IConverter<TValue, TSurrogate>
    where TSurrogate : struct
{
    /// <summary>Back from what travelled.</summary>
    TValue ConvertFromSurrogate(in TSurrogate surrogate);

    /// <summary>To what travels.</summary>
    TSurrogate ConvertToSurrogate(in TValue value);
}
