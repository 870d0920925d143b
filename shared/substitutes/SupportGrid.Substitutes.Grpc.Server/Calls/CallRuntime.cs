using Microsoft.Extensions.Logging;

namespace Grpc.AspNetCore.Server.Calls;

/// <summary>What all calls of an application share.</summary>
internal sealed class CallRuntime(ILoggerFactory loggers, TimeProvider? time = null)
{
    public ILogger Logger { get; } = loggers.CreateLogger("Grpc.AspNetCore.Server.ServerCallHandler");

    public TimeProvider Time { get; } = time ?? TimeProvider.System;
}
