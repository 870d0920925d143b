using System.Collections.Concurrent;
using System.Reflection;
using Orleans.Serialization;

namespace SupportGrid.Substitutes.Orleans.Engine.Copying;

/// <summary>The copier of a declared type, found once.</summary>
/// <typeparam name="T">The declared type.</typeparam>
internal static class CopierOf<T>
{
    /// <summary>Null when values of the type are shared.</summary>
    internal static readonly Copier<T>? Instance = (Copier<T>?)CopierFactory.ForDeclared(typeof(T));

    internal static T Copy(T value, CopyContext context) =>
        Instance is null || value is null ? value : Instance.Copy(value, context);
}

/// <summary>Deep copies outside calls.</summary>
internal static class DeepCopy
{
    private static readonly ConcurrentDictionary<Type, Copier?> s_exact = new();

    internal static T Of<T>(T value)
    {
        if (CopierOf<T>.Instance is null || value is null)
        {
            return value;
        }

        var context = CopyContext.Rent();
        var copy = CopierOf<T>.Instance.Copy(value, context);
        CopyContext.Return(context);
        return copy;
    }

    /// <summary>The copier of an object's own type; null when such objects are shared.</summary>
    /// <exception cref="CodecNotFoundException">The type has no serializer.</exception>
    internal static Copier? ForExact(Type runtimeType) => s_exact.GetOrAdd(runtimeType, static type =>
    {
        CodecRules.Verify(type);
        return CopierFactory.ForExact(type);
    });

    /// <summary>The type's <see cref="CopierOf{T}.Copy"/>.</summary>
    internal static MethodInfo MethodFor(Type type) => typeof(CopierOf<>).MakeGenericType(type)
        .GetMethod(nameof(CopierOf<>.Copy), BindingFlags.Static | BindingFlags.NonPublic)!;
}
