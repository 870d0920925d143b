using System.Collections.ObjectModel;
using Grpc.Core.Interceptors;

namespace Grpc.AspNetCore.Server;

/// <summary>Interceptors in the order in which they see a call.</summary>
public class InterceptorCollection : Collection<InterceptorRegistration>
{
    /// <summary>
    /// Adds an interceptor. One registered in dependency injection is taken from there; otherwise each call gets its
    /// own.
    /// </summary>
    public void Add<TInterceptor>(params object[] args)
        where TInterceptor : Interceptor => Add(typeof(TInterceptor), args);

    /// <summary>Adds an interceptor by type.</summary>
    public void Add(Type interceptorType, params object[] args) =>
        Add(new InterceptorRegistration(interceptorType, args));
}
