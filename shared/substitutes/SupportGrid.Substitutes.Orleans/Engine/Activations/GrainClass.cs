using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Concurrency;
using Orleans.Serialization.Invocation;
using SupportGrid.Substitutes.Orleans.Engine.Storage;

namespace SupportGrid.Substitutes.Orleans.Engine.Activations;

/// <summary>A grain class: what its attributes say and how its objects are made.</summary>
internal sealed class GrainClass
{
    private readonly StateParameter[] _states;
    private readonly Lazy<ObjectFactory> _factory;

    internal GrainClass(Type type)
    {
        Type = type;
        Name = GrainType.Create(type.GetCustomAttribute<GrainTypeAttribute>()?.GrainType ?? ConventionalName(type));
        IsReentrant = type.IsDefined(typeof(ReentrantAttribute));
        HasOwnFilter = typeof(IIncomingGrainCallFilter).IsAssignableFrom(type);
        MaxWorkers = Workers(type.GetCustomAttribute<StatelessWorkerAttribute>());
        CollectionAge = type.IsDefined(typeof(KeepAliveAttribute))
            ? TimeSpan.MaxValue
            : type.GetCustomAttribute<CollectionAgeLimitAttribute>()?.Amount;
        MayInterleave = InterleavePredicate(type, type.GetCustomAttribute<MayInterleaveAttribute>());
        _states = StateParameter.Of(type);
        _factory = new(() => ActivatorUtilities.CreateFactory(type, [.. _states.Select(state => state.ParameterType)]));
    }

    internal Type Type { get; }

    internal GrainType Name { get; }

    internal bool IsReentrant { get; }

    /// <summary>Whether the grain object is itself a call filter.</summary>
    internal bool HasOwnFilter { get; }

    /// <summary>How many activations a stateless worker may have; 0 for ordinary grains.</summary>
    internal int MaxWorkers { get; }

    /// <summary>What the class says about idleness, if anything.</summary>
    internal TimeSpan? CollectionAge { get; }

    internal Func<object?, IInvokable, bool>? MayInterleave { get; }

    /// <summary>Makes the grain object and the states it asks for, which are not read yet.</summary>
    internal object Create(Activation activation, List<IActivationState> states)
    {
        var arguments = new object[_states.Length];
        for (var i = 0; i < _states.Length; i++)
        {
            var state = _states[i].Create(activation);
            states.Add(state);
            arguments[i] = state;
        }

        return _factory.Value(activation.ActivationServices, arguments);
    }

    private static string ConventionalName(Type type)
    {
        const string Suffix = "grain";
        var name = type.Name.ToLowerInvariant();
        return name.Length > Suffix.Length && name.EndsWith(Suffix, StringComparison.Ordinal)
            ? name[..^Suffix.Length]
            : name;
    }

    private static int Workers(StatelessWorkerAttribute? attribute) => attribute switch
    {
        null => 0,
        { MaxLocalWorkers: > 0 } => attribute.MaxLocalWorkers,
        _ => Environment.ProcessorCount,
    };

    private static Func<object?, IInvokable, bool>? InterleavePredicate(Type type, MayInterleaveAttribute? attribute)
    {
        if (attribute is null)
        {
            return null;
        }

        var method = type.GetMethod(
            attribute.CallbackMethodName,
            BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.FlattenHierarchy,
            [typeof(IInvokable)]);
        return method?.ReturnType == typeof(bool)
            ? (_, call) => (bool)method.Invoke(null, [call])!
            : throw new InvalidOperationException(
                $"{type} has no static method bool {attribute.CallbackMethodName}({nameof(IInvokable)}).");
    }
}
