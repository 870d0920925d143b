using Grpc.Core;
using Grpc.Net.Compression;
using Grpc.Wire;

namespace Grpc.Net.Client;

/// <summary>A call: sends the request and reads the response, for each of the four kinds.</summary>
internal sealed class GrpcCall<TRequest, TResponse> : GrpcCall
    where TRequest : class
    where TResponse : class
{
    private readonly Method<TRequest, TResponse> _method;
    private readonly string? _host;
    private readonly ICompressionProvider? _compression;
    private RequestStreamWriter<TRequest>? _requests;

    public GrpcCall(GrpcChannel channel, Method<TRequest, TResponse> method, string? host, CallOptions options)
        : base(channel, options, readsByItself: method.Type is MethodType.Unary or MethodType.ClientStreaming)
    {
        _method = method;
        _host = host;
        _compression = RequestHeaders.CompressionOf(channel, options.Headers);
    }

    public Task<TResponse> StartUnary(TRequest request) => UnaryAsync(request);

    public ResponseStreamReader<TRequest, TResponse> StartServerStreaming(TRequest request) =>
        new(this, ServerStreamingAsync(request));

    public Task<TResponse> StartClientStreaming(out IClientStreamWriter<TRequest> requests) =>
        SingleResponseAsync(NewRequestStream(out requests));

    public ResponseStreamReader<TRequest, TResponse> StartDuplexStreaming(out IClientStreamWriter<TRequest> requests) =>
        new(this, RespondAsync(NewRequestStream(out requests)));

    /// <summary>A reader for the messages of a response.</summary>
    public ResponseReader<TResponse> NewReader(HttpResponseMessage response) =>
        new(_method.ResponseMarshaller, Channel.MaxReceiveMessageSize, RequestHeaders.CompressionOf(Channel, response));

    /// <summary>Ends the call with the status in the trailers; throws unless it is OK.</summary>
    public void Finish(HttpResponseMessage response, bool complete = true)
    {
        var status = ResponseMetadata.FinalStatus(response);
        if (status.StatusCode == StatusCode.OK && !complete)
        {
            status = ReceiveErrors.NoMessage().Status;
        }

        var outcome = Answered(status, response);
        if (outcome.Status.StatusCode != StatusCode.OK)
        {
            throw ExceptionOf(outcome);
        }
    }

    protected override void Ended() => _requests?.CallEnded();

    private async Task<TResponse> UnaryAsync(TRequest request)
    {
        try
        {
            return await ReadSingleAsync(await SendAsync(Serialise(request)).ConfigureAwait(false)).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            throw ToException(exception);
        }
    }

    private async Task<TResponse> SingleResponseAsync(GrpcContent content)
    {
        try
        {
            return await ReadSingleAsync(await SendAsync(content).ConfigureAwait(false)).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            throw ToException(exception);
        }
    }

    private async ValueTask<TResponse> ReadSingleAsync(HttpResponseMessage response)
    {
        using var reader = NewReader(response);
        var body = await response.Content.ReadAsStreamAsync(Aborted).ConfigureAwait(false);
        var message = await reader.ReadAsync(body, Aborted).ConfigureAwait(false);
        if (message is not null && await reader.ReadAsync(body, Aborted).ConfigureAwait(false) is not null)
        {
            throw ReceiveErrors.MoreThanOneMessage();
        }

        Finish(response, message is not null);
        return message!;
    }

    private async Task<HttpResponseMessage?> ServerStreamingAsync(TRequest request)
    {
        try
        {
            return await SendAsync(Serialise(request)).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            Failed(exception);
            return null;
        }
    }

    /// <summary>The response of a streaming call; null if it failed, which the outcome tells.</summary>
    private async Task<HttpResponseMessage?> RespondAsync(GrpcContent content)
    {
        try
        {
            return await SendAsync(content).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            Failed(exception);
            return null;
        }
    }

    private async ValueTask<HttpResponseMessage> SendAsync(GrpcContent content)
    {
        if (!TryBegin())
        {
            throw ExceptionOf(Outcome!);
        }

        var request = RequestHeaders.NewRequest(Channel, _method, _host, content, RemainingTime(), _compression);
        RequestHeaders.Add(request, Options.Headers);
        if (Channel.SendsCallCredentials && (Channel.CallCredentials ?? Options.Credentials) is not null)
        {
            await AddCredentialsAsync(request).ConfigureAwait(false);
        }

        var response = await Channel.SendAsync(request, Aborted).ConfigureAwait(false);
        Responded(response);
        if (ResponseMetadata.EarlyStatus(response) is { } status)
        {
            EndEarly(status, response);
        }

        return response;
    }

    /// <summary>
    /// Ends a call that was answered by headers alone. Only a stream may succeed that way: it is empty then.
    /// </summary>
    private void EndEarly(Status status, HttpResponseMessage response)
    {
        var outcome = Answered(
            status.StatusCode == StatusCode.OK && ReadsByItself ? ReceiveErrors.NoMessage().Status : status, response);
        if (outcome.Status.StatusCode != StatusCode.OK)
        {
            throw ExceptionOf(outcome);
        }
    }

    private async Task AddCredentialsAsync(HttpRequestMessage request)
    {
        var path = _method.FullName;
        var service = new Uri(Channel.UriOf(_method), path[..path.LastIndexOf('/')]);
        var context = new AuthInterceptorContext(service.AbsoluteUri, _method.Name, Aborted);
        var metadata = new Metadata();
        await (Channel.CallCredentials?.ApplyAsync(context, metadata) ?? Task.CompletedTask).ConfigureAwait(false);
        await (Options.Credentials?.ApplyAsync(context, metadata) ?? Task.CompletedTask).ConfigureAwait(false);
        RequestHeaders.Add(request, metadata);
    }

    private UnaryContent Serialise(TRequest request)
    {
        var buffer = new ExactBuffer();
        MessageEncoder.Write(
            _method.RequestMarshaller,
            request,
            buffer,
            Channel.MaxSendMessageSize,
            CompressionFor(Options.WriteOptions),
            level: null,
            out _);
        return new UnaryContent(buffer.Written);
    }

    private PushContent NewRequestStream(out IClientStreamWriter<TRequest> requests)
    {
        var content = new PushContent();
        _requests = new RequestStreamWriter<TRequest>(this, _method.RequestMarshaller, _compression, content)
        {
            WriteOptions = Options.WriteOptions,
        };
        requests = _requests;
        return content;
    }

    private ICompressionProvider? CompressionFor(WriteOptions? options) =>
        options is not null && options.Flags.HasFlag(WriteFlags.NoCompress) ? null : _compression;
}
