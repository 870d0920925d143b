using Grpc.AspNetCore.Web;
using Grpc.Core;
using Grpc.Net.Compression;
using Grpc.Wire;
using Microsoft.AspNetCore.Http;

namespace Grpc.AspNetCore.Server.Calls;

/// <summary>A served call: what handlers see of it. Most of it is made only when a handler asks.</summary>
internal sealed partial class HttpServerCallContext : ServerCallContext, IDisposable
{
    private readonly IMethod _method;
    private readonly ServiceSettings _settings;
    private readonly CallRuntime _runtime;
    private readonly GrpcWebMode? _web;
    private readonly ResponseBody _body;
    private readonly MessageDecoder _decoder;
    private Metadata? _requestHeaders;
    private Metadata? _responseTrailers;
    private AuthContext? _authContext;
    private ICompressionProvider? _responseCompression;
    private Status _status;

    public HttpServerCallContext(
        HttpContext http,
        IMethod method,
        ServiceSettings settings,
        CallRuntime runtime,
        GrpcWebMode? web)
    {
        HttpContext = http;
        _method = method;
        _settings = settings;
        _runtime = runtime;
        _web = web;
        _body = new ResponseBody(http.Response.BodyWriter, web is { TextResponse: true });
        _decoder = new MessageDecoder(settings.MaxReceiveMessageSize);
        Requests = new RequestReader(
            web is { TextRequest: true } ? Base64Request.Decode(http.Request) : http.Request.BodyReader, _decoder);
        _status = Status.DefaultSuccess;
    }

    public HttpContext HttpContext { get; }

    public RequestReader Requests { get; }

    /// <summary>Whether the request message read last was compressed.</summary>
    public bool LastRequestWasCompressed => _decoder.LastWasCompressed;

    protected override string MethodCore => _method.FullName;

    protected override string HostCore => HttpContext.Request.Host.Value ?? "";

    protected override string PeerCore => PeerAddress.Of(HttpContext.Connection);

    protected override DateTime DeadlineCore => _deadline;

    protected override Metadata RequestHeadersCore => _requestHeaders ??= ReadRequestHeaders();

    protected override CancellationToken CancellationTokenCore => DeadlineToken() ?? HttpContext.RequestAborted;

    protected override Metadata ResponseTrailersCore => _responseTrailers ??= [];

    protected override Status StatusCore
    {
        get => _status;
        set => _status = value;
    }

    protected override WriteOptions? WriteOptionsCore { get; set; }

    protected override AuthContext AuthContextCore => _authContext ??= PeerCertificate.Read(HttpContext.Connection);

    protected override IDictionary<object, object> UserStateCore
    {
        get
        {
            // An interceptor may wrap this context; the request must be found behind the wrapper too.
            var items = HttpContext.Items;
            items.TryAdd(ServerCallContextExtensions.HttpContextKey, HttpContext);
            return items!;
        }
    }

    /// <summary>Reads the protocol's request headers and sets those of the response.</summary>
    public void Begin()
    {
        var request = HttpContext.Request.Headers;
        var response = HttpContext.Response;
        response.ContentType = _web?.ResponseContentType ?? GrpcHeaderNames.ContentType;
        if (request.GrpcTimeout is { Count: > 0 } timeout)
        {
            StartDeadline(timeout.ToString());
        }

        if (request.GrpcEncoding is { Count: > 0 } encoding)
        {
            ExpectCompression(encoding.ToString());
        }

        if (_settings.ResponseCompression is { } compression && Accepts(compression))
        {
            UseCompression(compression);
        }
    }

    public void Dispose() => StopDeadline();

    protected override ContextPropagationToken CreatePropagationTokenCore(ContextPropagationOptions? options)
    {
        options ??= ContextPropagationOptions.Default;
        return new ContextPropagationToken(
            options.IsPropagateDeadline ? _deadline : null,
            options.IsPropagateCancellation ? CancellationTokenCore : CancellationToken.None);
    }

    private void ExpectCompression(string encoding)
    {
        _decoder.Compression = _settings.Compressions.Find(encoding);
        if (_decoder.Compression is null && encoding != GrpcHeaderNames.Identity)
        {
            // Only a message that is compressed fails the call; the client learns here what would have been understood.
            _decoder.UnknownEncoding = encoding;
            HttpContext.Response.Headers.GrpcAcceptEncoding = _settings.Compressions.AcceptEncoding;
        }
    }

    private bool Accepts(ICompressionProvider compression)
    {
        foreach (var accepted in HttpContext.Request.Headers.GrpcAcceptEncoding)
        {
            foreach (var part in accepted.AsSpan().Split(','))
            {
                if (accepted.AsSpan(part).Trim().Equals(compression.EncodingName, StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private void UseCompression(ICompressionProvider compression)
    {
        _responseCompression = compression;
        HttpContext.Response.Headers.GrpcEncoding = compression.EncodingName;
    }

    private Metadata ReadRequestHeaders()
    {
        var metadata = new Metadata();
        foreach (var (name, values) in HttpContext.Request.Headers)
        {
            if (name.StartsWith(':'))
            {
                continue;
            }

            foreach (var value in values)
            {
                ReceivedMetadata.Add(metadata, name, value ?? "");
            }
        }

        return metadata;
    }
}
