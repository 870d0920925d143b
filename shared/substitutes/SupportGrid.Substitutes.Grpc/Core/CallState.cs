namespace Grpc.Core;

/// <summary>
/// What the four call types share: headers, status, trailers and disposal, each either a ready value or a function of
/// one state object, so that a transport needs no closure per call.
/// </summary>
internal readonly struct CallState
{
    private readonly object? _responseHeaders;
    private readonly Func<object, Status>? _status;
    private readonly Func<object, Metadata>? _trailers;
    private readonly Action<object>? _dispose;
    private readonly object _state;

    public CallState(
        Func<object, Task<Metadata>> responseHeadersAsync,
        Func<object, Status> getStatusFunc,
        Func<object, Metadata> getTrailersFunc,
        Action<object> disposeAction,
        object state)
    {
        _responseHeaders = responseHeadersAsync;
        _status = getStatusFunc;
        _trailers = getTrailersFunc;
        _dispose = disposeAction;
        _state = state;
    }

    public CallState(
        Task<Metadata> responseHeadersAsync,
        Func<Status> getStatusFunc,
        Func<Metadata> getTrailersFunc,
        Action disposeAction)
    {
        _responseHeaders = responseHeadersAsync;
        _state = new Functions(getStatusFunc, getTrailersFunc, disposeAction);
        _status = static state => ((Functions)state).Status();
        _trailers = static state => ((Functions)state).Trailers();
        _dispose = static state => ((Functions)state).Dispose();
    }

    public Task<Metadata> ResponseHeadersAsync => _responseHeaders is Func<object, Task<Metadata>> function
        ? function(_state)
        : (Task<Metadata>)_responseHeaders!;

    public Status Status => _status!(_state);

    public Metadata Trailers => _trailers!(_state);

    public void Dispose() => _dispose!(_state);

    private sealed record Functions(Func<Status> Status, Func<Metadata> Trailers, Action Dispose);
}
