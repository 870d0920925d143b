using Grpc.Core;
using Grpc.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Grpc.AspNetCore.Server.Calls;

/// <summary>Status and trailers. A call ends once: by its handler or by its deadline.</summary>
internal sealed partial class HttpServerCallContext
{
    /// <summary>Decides the status of a handler that threw.</summary>
    public void Fail(Exception exception)
    {
        if (exception is RpcException refusal)
        {
            GrpcServerLog.CallRefused(
                _runtime.Logger, MethodCore, refusal.StatusCode, refusal.Status.Detail, refusal.Status.DebugException);
            _status = refusal.Status;
            foreach (var entry in refusal.Trailers)
            {
                ResponseTrailersCore.Add(entry);
            }
        }
        else if (IsOfTheClient(exception))
        {
            GrpcServerLog.CallCancelled(_runtime.Logger, MethodCore, exception);
            _status = Status.DefaultCancelled;
        }
        else if (exception is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge })
        {
            _status = new Status(StatusCode.ResourceExhausted, "The request body exceeds the limit of the server.");
        }
        else
        {
            GrpcServerLog.CallFailed(_runtime.Logger, MethodCore, exception);
            _status = new Status(StatusCode.Unknown, TextOf(exception), exception);
        }
    }

    /// <summary>
    /// Whether a handler threw because its client left. A write may find out before the token is cancelled: then what
    /// it throws names the token.
    /// </summary>
    private bool IsOfTheClient(Exception exception) =>
        (exception is OperationCanceledException or IOException && CancellationTokenCore.IsCancellationRequested)
        || (exception is OperationCanceledException { CancellationToken: { CanBeCanceled: true } named }
            && named == CancellationTokenCore);

    /// <summary>Sends the status and the trailers, unless the deadline has done so.</summary>
    public async ValueTask EndAsync()
    {
        var phase = Interlocked.CompareExchange(ref _phase, CallPhase.Over, CallPhase.Idle);
        if (phase == CallPhase.Writing)
        {
            phase = await AfterPendingWriteAsync();
        }

        if (phase == CallPhase.Over)
        {
            // The response belongs to the deadline until its answer is out.
            await DeadlineAnswered();
        }
        else if (phase == CallPhase.Idle)
        {
            SendStatus();
        }
    }

    /// <summary>A handler ended without awaiting its last write: let it go out first.</summary>
    private async ValueTask<int> AfterPendingWriteAsync()
    {
        try
        {
            await (_pendingWrite ?? throw new InvalidOperationException("A write was still running."));
        }
        catch (Exception exception)
        {
            GrpcServerLog.CallCancelled(_runtime.Logger, MethodCore, exception);
            HttpContext.Abort();
        }

        return Interlocked.CompareExchange(ref _phase, CallPhase.Over, CallPhase.Idle);
    }

    private void SendStatus()
    {
        if (_web is not null)
        {
            _body.EndWithTrailers(_status, _responseTrailers);
        }
        else if (_status.StatusCode != StatusCode.OK && !_wroteMessage && !HttpContext.Response.HasStarted)
        {
            // Nothing was streamed: status and trailers replace the headers, and the headers end the stream.
            SetStatus(HttpContext.Response.Headers);
        }
        else if (HttpContext.Features.Get<IHttpResponseTrailersFeature>() is { Trailers.IsReadOnly: false } feature)
        {
            SetStatus(feature.Trailers);
        }
    }

    private void SetStatus(IHeaderDictionary destination)
    {
        destination.GrpcStatus = StatusText.Of(_status.StatusCode);
        if (!string.IsNullOrEmpty(_status.Detail))
        {
            destination.GrpcMessage = PercentEncoding.Encode(_status.Detail);
        }

        if (_responseTrailers is not null)
        {
            foreach (var entry in _responseTrailers)
            {
                destination.Append(entry.Key, ReceivedMetadata.WireValue(entry));
            }
        }
    }

    private string TextOf(Exception exception)
    {
        const string Generic = "Exception was thrown by handler.";
        if (!_settings.DetailedErrors)
        {
            return Generic;
        }

        var text = $"{Generic} {exception.GetType().Name}: {exception.Message}";
        for (var inner = exception.InnerException; inner is not null; inner = inner.InnerException)
        {
            text += $" {inner.GetType().Name}: {inner.Message}";
        }

        return text;
    }
}
