using Grpc.Core.Interceptors;

namespace Grpc.AspNetCore.Server;

/// <summary>An interceptor type with constructor arguments that dependency injection cannot supply.</summary>
public class InterceptorRegistration
{
    private readonly object[] _arguments;

    internal InterceptorRegistration(Type type, object[] arguments)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(arguments);
        if (!typeof(Interceptor).IsAssignableFrom(type))
        {
            throw new ArgumentException($"{type} is no {nameof(Interceptor)}.", nameof(type));
        }

        Type = type;
        _arguments = arguments;
    }

    /// <summary>The interceptor class.</summary>
    public Type Type { get; }

    /// <summary>The extra constructor arguments.</summary>
    public IReadOnlyList<object> Arguments => _arguments;

    internal object[] ArgumentArray => _arguments;
}
