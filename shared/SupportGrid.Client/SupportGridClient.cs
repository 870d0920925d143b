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
public sealed partial class SupportGridClient : IDisposable
{
    private readonly SupportGridClientOptions _options;
    private readonly GrpcChannel _channel;
    private readonly ResiliencePipeline _retries;

    /// <summary>Connects when the first call is made.</summary>
    public SupportGridClient(SupportGridClientOptions options)
    {
        _options = options;
        var channel = new GrpcChannelOptions { ServiceProvider = new ClockOnly(options.Time) };
        if (options.HttpHandler is { } handler)
        {
            channel.HttpHandler = handler;
        }

        _channel = GrpcChannel.ForAddress(options.Address, channel);
        Customers = new CustomerService.CustomerServiceClient(_channel);
        Desk = new DeskService.DeskServiceClient(_channel);
        Supervision = new SupervisionService.SupervisionServiceClient(_channel);
        Admin = new AdminService.AdminServiceClient(_channel);
        Events = new EventsService.EventsServiceClient(_channel);
        _retries = BuildRetries(options);
    }

    /// <summary>For customers, and channels that speak for them. Roles: customer, channel.</summary>
    public CustomerService.CustomerServiceClient Customers { get; }

    /// <summary>For an agent's desktop. Role: agent.</summary>
    public DeskService.DeskServiceClient Desk { get; }

    /// <summary>For supervisors and boards on the wall. Roles: supervisor; wallboard.</summary>
    public SupervisionService.SupervisionServiceClient Supervision { get; }

    /// <summary>Configuration and tokens. Role: admin.</summary>
    public AdminService.AdminServiceClient Admin { get; }

    /// <summary>Every event of the tenant. Role: service.</summary>
    public EventsService.EventsServiceClient Events { get; }

    /// <summary>
    /// A unary call that is repeated while the server cannot be reached or asks to be called again (see
    /// <see cref="RpcErrors.IsTransient"/>); every try has <see cref="SupportGridClientOptions.CallTimeout"/>. The
    /// request carries its request id, so the answer is the first one however often it was sent.
    /// </summary>
    /// <exception cref="RpcException">The server refused, or could not be reached in all tries.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled; whether it took effect is not known.</exception>
    public async Task<TResponse> CallAsync<TRequest, TResponse>(
        Func<TRequest, CallOptions, AsyncUnaryCall<TResponse>> method,
        TRequest request,
        CancellationToken cancellationToken = default)
    {
        try
        {
            return await _retries.ExecuteAsync(
                static (call, token) => call.Client.SendAsync(call.Method, call.Request, token),
                (Client: this, Method: method, Request: request),
                cancellationToken);
        }
        catch (RpcException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
    }

    /// <summary>Closes the connection; calls and watches that are under way end.</summary>
    public void Dispose() => _channel.Dispose();

    internal ValueTask<string> TokenAsync(CancellationToken cancellationToken) => _options.Token(cancellationToken);

    internal CallOptions CallOptions(string token, TimeSpan? timeout, CancellationToken cancellationToken)
    {
        var headers = new Metadata { { "authorization", "Bearer " + token } };
        DateTime? deadline = timeout is { } t ? _options.Time.GetUtcNow().UtcDateTime + t : null;
        return new CallOptions(headers, deadline, cancellationToken);
    }

    /// <summary>Whether the error is about the token, and there is another one by now.</summary>
    internal async ValueTask<bool> HasOtherTokenAsync(
        RpcException error, string refused, CancellationToken cancellationToken) =>
        error.StatusCode == StatusCode.Unauthenticated && await TokenAsync(cancellationToken) != refused;

    private async ValueTask<TResponse> SendAsync<TRequest, TResponse>(
        Func<TRequest, CallOptions, AsyncUnaryCall<TResponse>> method, TRequest request, CancellationToken cancellationToken)
    {
        var token = await TokenAsync(cancellationToken);
        while (true)
        {
            try
            {
                return await method(request, CallOptions(token, _options.CallTimeout, cancellationToken));
            }
            catch (RpcException e) when (e.StatusCode == StatusCode.Unauthenticated)
            {
                var other = await TokenAsync(cancellationToken);
                if (other == token)
                {
                    throw;
                }

                token = other;
            }
        }
    }

    private static ResiliencePipeline BuildRetries(SupportGridClientOptions options) => options.CallAttemptsMax <= 1
        ? ResiliencePipeline.Empty
        : new ResiliencePipelineBuilder { TimeProvider = options.Time }
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<RpcException>(RpcErrors.IsTransient),
                MaxRetryAttempts = options.CallAttemptsMax - 1,
                DelayGenerator = arguments => ValueTask.FromResult<TimeSpan?>(
                    Backoff.Pause(options, arguments.AttemptNumber, arguments.Outcome.Exception as RpcException)),
            })
            .Build();
}
