using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace Grpc.AspNetCore.Server.Calls;

/// <summary>Serves the calls of one method: admits the request, runs the handler, sends the status.</summary>
internal abstract class CallHandler(IMethod method, ServiceSettings settings, CallRuntime runtime)
{
    /// <summary>The request delegate of the method's endpoint.</summary>
    public Task HandleAsync(HttpContext http)
    {
        if (!RequestGate.Admits(http, runtime.Logger, out var web))
        {
            return Task.CompletedTask;
        }

        Prepare(http);
        return RunAsync(new HttpServerCallContext(http, method, settings, runtime, web));
    }

    /// <summary>Adapts the limits of the request to the kind of call.</summary>
    protected virtual void Prepare(HttpContext http)
    {
    }

    /// <summary>Reads the requests, runs the method, writes the responses.</summary>
    protected abstract Task ServeAsync(HttpServerCallContext call);

    private async Task RunAsync(HttpServerCallContext started)
    {
        using var call = started;
        try
        {
            call.Begin();
            await ServeAsync(call);
        }
        catch (Exception exception)
        {
            call.Fail(exception);
        }

        await call.EndAsync();
    }
}
