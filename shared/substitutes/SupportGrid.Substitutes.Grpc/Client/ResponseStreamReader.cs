using Grpc.Core;

namespace Grpc.Net.Client;

/// <summary>The responses of a streaming call.</summary>
internal sealed class ResponseStreamReader<TRequest, TResponse>(
    GrpcCall<TRequest, TResponse> call,
    Task<HttpResponseMessage?> responding) : IAsyncStreamReader<TResponse>
    where TRequest : class
    where TResponse : class
{
    private ResponseReader<TResponse>? _reader;
    private Stream? _body;
    private TResponse? _current;
    private int _reading;

    public TResponse Current => _current
        ?? throw new InvalidOperationException("No message: MoveNext has not returned true.");

    public async Task<bool> MoveNext(CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _reading, 1) != 0)
        {
            throw new InvalidOperationException(
                "Can't read the next message because the previous read is still in progress.");
        }

        var registration = cancellationToken.UnsafeRegister(
            static state => ((GrpcCall)state!).Abandon(CallEnd.Cancelled), call);
        try
        {
            call.ThrowIfAbandoned();
            _current = _reader?.TryTake() ?? await ReadAsync().ConfigureAwait(false);
            return _current is not null;
        }
        catch (Exception exception)
        {
            Release();
            throw call.ToException(exception);
        }
        finally
        {
            registration.Unregister();
            Volatile.Write(ref _reading, 0);
        }
    }

    private async ValueTask<TResponse?> ReadAsync()
    {
        var response = await responding.ConfigureAwait(false);
        call.ThrowIfAbandoned();
        if (call.Outcome is not null || response is null)
        {
            return null;
        }

        _body ??= await response.Content.ReadAsStreamAsync(call.Aborted).ConfigureAwait(false);
        _reader ??= call.NewReader(response);
        var message = await _reader.ReadAsync(_body, call.Aborted).ConfigureAwait(false);
        if (message is null)
        {
            Release();
            call.Finish(response);
        }

        return message;
    }

    private void Release()
    {
        _reader?.Dispose();
        _reader = null;
    }
}
