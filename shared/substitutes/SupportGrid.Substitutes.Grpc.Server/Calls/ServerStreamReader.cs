using Grpc.Core;

namespace Grpc.AspNetCore.Server.Calls;

/// <summary>The requests of a streaming call.</summary>
internal sealed class ServerStreamReader<T>(RequestReader requests, Marshaller<T> marshaller) : IAsyncStreamReader<T>
    where T : class
{
    private T? _current;
    private int _reading;

    public T Current => _current
        ?? throw new InvalidOperationException("No message: MoveNext has not returned true.");

    public async Task<bool> MoveNext(CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _reading, 1) != 0)
        {
            throw new InvalidOperationException(
                "Can't read the next message because the previous read is still in progress.");
        }

        try
        {
            _current = await requests.ReadNextAsync(marshaller, cancellationToken);
            return _current is not null;
        }
        finally
        {
            Volatile.Write(ref _reading, 0);
        }
    }
}
