using Microsoft.AspNetCore.Http;

namespace Grpc.AspNetCore.Server.Binding;

/// <summary>Disposes what was made for one call.</summary>
internal static class Disposal
{
    /// <summary>Disposes the instance after the call, if it can be disposed.</summary>
    public static void Register(HttpContext http, object instance)
    {
        switch (instance)
        {
            case IAsyncDisposable disposable:
                http.Response.RegisterForDisposeAsync(disposable);
                break;
            case IDisposable disposable:
                http.Response.RegisterForDispose(disposable);
                break;
        }
    }
}
