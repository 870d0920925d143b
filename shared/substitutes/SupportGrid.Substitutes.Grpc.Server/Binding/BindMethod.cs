using System.Reflection;
using Grpc.Core;

namespace Grpc.AspNetCore.Server.Binding;

/// <summary>Finds the generated bind method of a service class.</summary>
internal static class BindMethod
{
    /// <summary>Tells the binder the methods of the service.</summary>
    /// <exception cref="InvalidOperationException">The class has no generated base.</exception>
    public static void Run(Type serviceType, ServiceBinderBase binder)
    {
        var method = Find(serviceType) ?? throw new InvalidOperationException(
            $"{serviceType} does not derive from a class with {nameof(BindServiceMethodAttribute)}.");
        method.Invoke(null, [binder, null]);
    }

    private static MethodInfo? Find(Type serviceType)
    {
        for (var type = serviceType; type is not null; type = type.BaseType)
        {
            if (type.GetCustomAttribute<BindServiceMethodAttribute>(inherit: false) is { } attribute)
            {
                return attribute.BindType.GetMethod(
                    attribute.BindMethodName,
                    BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic,
                    [typeof(ServiceBinderBase), type]);
            }
        }

        return null;
    }
}
