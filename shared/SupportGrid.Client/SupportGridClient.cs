using Grpc.Core;
using Grpc.Net.Client;
using Polly;
using Polly.Retry;
using SupportGrid.Api.V1;

namespace SupportGrid.Client;

/// <summary>
/// One connection to SupportGrid: the generated clients, calls that are repeated under the same request id, and watches
/// that resume.
/// </summary>
/// <remarks>Thread-safe. Many agents or customers of one process may share it only if they share a token.</remarks>
public sealed class SupportGridClient : IDisposable
{
    private readonly SupportGridClientOptions _options;
    private readonly GrpcChannel _channel;
    private readonly ResiliencePipeline _retries;

    public SupportGridClient(SupportGridClientOptions options)
    {
        _options = options;
        _channel = GrpcChannel.ForAddress(
            options.Address,
            options.HttpHandler is null ? new GrpcChannelOptions() : new GrpcChannelOptions { HttpHandler = options.HttpHandler });
        Customers = new CustomerService.CustomerServiceClient(_channel);
        Desk = new DeskService.DeskServiceClient(_channel);
        Supervision = new SupervisionService.SupervisionServiceClient(_channel);
        Admin = new AdminService.AdminServiceClient(_channel);
        Events = new EventsService.EventsServiceClient(_channel);
        _retries = BuildRetries(options);
    }

    public CustomerService.CustomerServiceClient Customers { get; }

    public DeskService.DeskServiceClient Desk { get; }

    public SupervisionService.SupervisionServiceClient Supervision { get; }

    public AdminService.AdminServiceClient Admin { get; }

    public EventsService.EventsServiceClient Events { get; }

    /// <summary>
    /// A unary call that is repeated while the server cannot be reached. The request carries its request id, so the
    /// answer is the first one however often it was sent.
    /// </summary>
    /// <exception cref="RpcException">The server refused, or could not be reached in all tries.</exception>
    public async Task<TResponse> CallAsync<TRequest, TResponse>(
        Func<TRequest, CallOptions, AsyncUnaryCall<TResponse>> method,
        TRequest request,
        CancellationToken cancellationToken = default) =>
        await _retries.ExecuteAsync(
            static async (call, token) =>
            {
                var options = await call.Client.CallOptionsAsync(call.Client._options.CallTimeout, token);
                return await call.Method(call.Request, options);
            },
            (Client: this, Method: method, Request: request),
            cancellationToken);

    /// <summary>The one stream of a desktop. See <see cref="ResumableWatch"/> for what a watch promises.</summary>
    public IAsyncEnumerable<Watched<WatchDeskResponse>> WatchDeskAsync(
        string cursor = "", CancellationToken cancellationToken = default) =>
        Watch(
            (from, options) => Desk.WatchDesk(new WatchDeskRequest { Cursor = from }, options),
            r => r.Cursor,
            cursor,
            cancellationToken);

    /// <summary>One interaction as its customer sees it.</summary>
    public IAsyncEnumerable<Watched<WatchInteractionResponse>> WatchInteractionAsync(
        string interactionId, string customerId = "", string cursor = "", CancellationToken cancellationToken = default) =>
        Watch(
            (from, options) => Customers.WatchInteraction(
                new WatchInteractionRequest { InteractionId = interactionId, CustomerId = customerId, Cursor = from }, options),
            r => r.Cursor,
            cursor,
            cancellationToken);

    /// <summary>Every event of the tenant.</summary>
    public IAsyncEnumerable<Watched<WatchEventsResponse>> WatchEventsAsync(
        StartFrom from, string cursor = "", IEnumerable<string>? types = null, CancellationToken cancellationToken = default)
    {
        var wanted = types?.ToArray() ?? [];
        return Watch(
            (at, options) => Events.WatchEvents(
                new WatchEventsRequest { Cursor = at, From = from, Types_ = { wanted } }, options),
            r => r.Cursor,
            cursor,
            cancellationToken);
    }

    /// <summary>The live board.</summary>
    public IAsyncEnumerable<Watched<WatchWallboardResponse>> WatchWallboardAsync(CancellationToken cancellationToken = default) =>
        Watch(
            (from, options) => Supervision.WatchWallboard(new WatchWallboardRequest { Cursor = from }, options),
            r => r.Cursor,
            "",
            cancellationToken);

    public void Dispose() => _channel.Dispose();

    internal async ValueTask<CallOptions> CallOptionsAsync(TimeSpan? timeout, CancellationToken cancellationToken)
    {
        var headers = new Metadata { { "authorization", "Bearer " + await _options.Token(cancellationToken) } };
        DateTime? deadline = timeout is { } t ? _options.Time.GetUtcNow().UtcDateTime + t : null;
        return new CallOptions(headers, deadline, cancellationToken);
    }

    private IAsyncEnumerable<Watched<TResponse>> Watch<TResponse>(
        Func<string, CallOptions, AsyncServerStreamingCall<TResponse>> open,
        Func<TResponse, string> cursorOf,
        string cursor,
        CancellationToken cancellationToken)
        where TResponse : class =>
        ResumableWatch.RunAsync(this, _options, open, cursorOf, cursor, cancellationToken);

    private static ResiliencePipeline BuildRetries(SupportGridClientOptions options) => options.CallAttemptsMax <= 1
        ? ResiliencePipeline.Empty
        : new ResiliencePipelineBuilder { TimeProvider = options.Time }
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<RpcException>(RpcErrors.IsTransient),
                MaxRetryAttempts = options.CallAttemptsMax - 1,
                BackoffType = DelayBackoffType.Exponential,
                Delay = options.BackoffMin,
                MaxDelay = options.BackoffMax,
                UseJitter = true,
                DelayGenerator = arguments => ValueTask.FromResult(
                    arguments.Outcome.Exception is RpcException e ? RpcErrors.RetryDelayOf(e) : null),
            })
            .Build();
}
