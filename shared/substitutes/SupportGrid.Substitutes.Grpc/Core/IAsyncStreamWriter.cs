namespace Grpc.Core;

/// <summary>Messages to send. One write at a time; a write completes when the transport has room for it.</summary>
public interface IAsyncStreamWriter<in T>
{
    /// <summary>The options of the writes that follow; null for the default.</summary>
    WriteOptions? WriteOptions { get; set; }

    /// <summary>Writes a message.</summary>
    Task WriteAsync(T message);

    /// <summary>Writes a message; cancelling in mid-write ends the call.</summary>
    Task WriteAsync(T message, CancellationToken cancellationToken)
    {
        if (cancellationToken.CanBeCanceled)
        {
            throw new NotSupportedException("Cancellation of stream writes is not supported by this gRPC implementation.");
        }

        return WriteAsync(message);
    }
}
