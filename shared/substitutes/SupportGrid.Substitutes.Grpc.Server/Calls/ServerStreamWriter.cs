using Grpc.Core;

namespace Grpc.AspNetCore.Server.Calls;

/// <summary>The responses of a streaming call.</summary>
internal sealed class ServerStreamWriter<T>(HttpServerCallContext call, Marshaller<T> marshaller) : IServerStreamWriter<T>
    where T : class
{
    public WriteOptions? WriteOptions { get; set; }

    public Task WriteAsync(T message) => call.WriteAsync(marshaller, message, WriteOptions, CancellationToken.None);

    public Task WriteAsync(T message, CancellationToken cancellationToken) =>
        call.WriteAsync(marshaller, message, WriteOptions, cancellationToken);
}
