using System.Reflection;
using Orleans.Providers;
using SupportGrid.Substitutes.Orleans.Engine.Activations;

namespace SupportGrid.Substitutes.Orleans.Engine.Storage;

/// <summary>A constructor parameter of a grain class that is persistent state.</summary>
internal sealed class StateParameter
{
    private readonly ConstructorInfo _constructor;
    private readonly string _stateName;
    private readonly string _storageName;

    private StateParameter(Type grainClass, ParameterInfo parameter, PersistentStateAttribute attribute)
    {
        ParameterType = parameter.ParameterType;
        if (!ParameterType.IsGenericType || ParameterType.GetGenericTypeDefinition() != typeof(IPersistentState<>))
        {
            throw new InvalidOperationException(
                $"{grainClass}: parameter {parameter.Name} is not an IPersistentState<T>.");
        }

        _constructor = typeof(PersistentState<>).MakeGenericType(ParameterType.GetGenericArguments())
            .GetConstructors()[0];
        _stateName = attribute.StateName;
        _storageName = attribute.StorageName ?? ProviderConstants.DEFAULT_STORAGE_PROVIDER_NAME;
    }

    internal Type ParameterType { get; }

    /// <summary>In the order of the constructor that has most parameters.</summary>
    internal static StateParameter[] Of(Type grainClass) =>
    [
        .. from parameter in grainClass.GetConstructors().MaxBy(constructor => constructor.GetParameters().Length)
                ?.GetParameters() ?? []
           let attribute = parameter.GetCustomAttribute<PersistentStateAttribute>()
           where attribute is not null
           select new StateParameter(grainClass, parameter, attribute),
    ];

    internal IActivationState Create(Activation activation)
    {
        try
        {
            return (IActivationState)_constructor.Invoke([activation, _stateName, _storageName]);
        }
        catch (TargetInvocationException failure) when (failure.InnerException is not null)
        {
            throw failure.InnerException;
        }
    }
}
