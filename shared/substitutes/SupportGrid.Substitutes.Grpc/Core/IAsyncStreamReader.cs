namespace Grpc.Core;

/// <summary>Received messages. One reader at a time.</summary>
public interface IAsyncStreamReader<out T>
{
    /// <summary>The message read last.</summary>
    T Current { get; }

    /// <summary>Waits for the next message; false at the end of the stream.</summary>
    /// <exception cref="RpcException">On a client: the call failed.</exception>
    Task<bool> MoveNext(CancellationToken cancellationToken);
}
