using Grpc.AspNetCore.Server.Calls;
using Microsoft.AspNetCore.Http;

namespace Grpc.Core;

/// <summary>What ASP.NET Core adds to a served call.</summary>
public static class ServerCallContextExtensions
{
    internal const string HttpContextKey = "__HttpContext";

    /// <summary>The HTTP request behind a call; also behind a context that an interceptor wrapped.</summary>
    /// <exception cref="InvalidOperationException">The call was not served by ASP.NET Core.</exception>
    public static HttpContext GetHttpContext(this ServerCallContext serverCallContext)
    {
        ArgumentNullException.ThrowIfNull(serverCallContext);
        if (serverCallContext is HttpServerCallContext call)
        {
            return call.HttpContext;
        }

        return serverCallContext.UserState.TryGetValue(HttpContextKey, out var value) && value is HttpContext context
            ? context
            : throw new InvalidOperationException("The call has no HttpContext: it was not served by ASP.NET Core.");
    }
}
