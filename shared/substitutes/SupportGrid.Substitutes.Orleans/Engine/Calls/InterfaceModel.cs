using System.Collections.Concurrent;
using System.Reflection;
using Orleans.Serialization;
using SupportGrid.Substitutes.Orleans.Engine.Activations;

namespace SupportGrid.Substitutes.Orleans.Engine.Calls;

/// <summary>A grain or observer interface: its methods and the class of its references.</summary>
internal sealed class InterfaceModel
{
    private static readonly ConcurrentDictionary<Type, InterfaceModel> s_models = new();

    private readonly Func<GrainEngine, GrainId, InterfaceModel, GrainReference> _create;

    private InterfaceModel(Type type)
    {
        Type = type;
        Name = GrainInterfaceType.Create(type.GetCustomAttribute<AliasAttribute>()?.Alias ?? type.FullName!);
        var methods = GrainMethods(type);
        Methods = [.. methods.Select(method => CreateMethod(type, method))];
        _create = ReferenceEmitter.Emit(type, Methods);
    }

    internal Type Type { get; }

    internal GrainInterfaceType Name { get; }

    internal GrainMethod[] Methods { get; }

    /// <summary>The grain class behind the interface, once it is known.</summary>
    internal GrainClass? DefaultClass { get; set; }

    /// <exception cref="ArgumentException">The type is no grain or observer interface.</exception>
    /// <exception cref="CodecNotFoundException">A method uses a type without serializer.</exception>
    internal static InterfaceModel Of(Type type) =>
        s_models.TryGetValue(type, out var known) ? known : s_models.GetOrAdd(type, static added =>
            added.IsInterface && typeof(IAddressable).IsAssignableFrom(added)
                ? new InterfaceModel(added)
                : throw new ArgumentException($"{added} is not a grain interface."));

    internal GrainReference CreateReference(GrainEngine engine, GrainId grainId) => _create(engine, grainId, this);

    private static List<MethodInfo> GrainMethods(Type type) =>
    [
        .. new[] { type }.Concat(type.GetInterfaces().OrderBy(parent => parent.FullName, StringComparer.Ordinal))
            .SelectMany(declaring => declaring.GetMethods(BindingFlags.Instance | BindingFlags.Public)),
    ];

    private static GrainMethod CreateMethod(Type type, MethodInfo method)
    {
        if (method.IsGenericMethod || method.GetParameters().Any(parameter => parameter.ParameterType.IsByRef))
        {
            throw new NotSupportedException(
                $"{type}.{method.Name}: generic methods and ref parameters are not supported.");
        }

        Type[] parameters = [.. method.GetParameters().Select(parameter => parameter.ParameterType)];
        var model = typeof(GrainMethod<,>).MakeGenericType(
            MethodCompiler.TupleType(parameters), ReturnShape.Of(type, method).ResultType);
        try
        {
            return (GrainMethod)Activator.CreateInstance(model, type, method)!;
        }
        catch (TargetInvocationException failure) when (failure.InnerException is not null)
        {
            throw failure.InnerException;
        }
    }
}
