using Grpc.Core;
using Grpc.Health.V1;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using ServingStatus = Grpc.Health.V1.HealthCheckResponse.Types.ServingStatus;

namespace Grpc.AspNetCore.HealthChecks;

/// <summary>grpc.health.v1 over the health checks of the application.</summary>
internal sealed class HealthService(
    HealthCheckService checks,
    HealthWatchers watchers,
    IHostApplicationLifetime lifetime,
    IOptions<GrpcHealthChecksOptions> options) : Health.V1.Health.HealthBase
{
    public override async Task<HealthCheckResponse> Check(HealthCheckRequest request, ServerCallContext context)
    {
        var status = await EvaluateAsync(request.Service, context.CancellationToken);
        return status == ServingStatus.ServiceUnknown
            ? throw new RpcException(new Status(StatusCode.NotFound, $"The service '{request.Service}' has no health."))
            : new HealthCheckResponse { Status = status };
    }

    public override async Task Watch(
        HealthCheckRequest request,
        IServerStreamWriter<HealthCheckResponse> responseStream,
        ServerCallContext context)
    {
        // Subscribed before the first evaluation, so that no change falls between the two.
        using var watcher = watchers.Subscribe(request.Service);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(
            context.CancellationToken, lifetime.ApplicationStopping);
        var status = await EvaluateAsync(request.Service, context.CancellationToken);
        while (true)
        {
            await responseStream.WriteAsync(new HealthCheckResponse { Status = status });
            var next = await NextAsync(watcher, status, ending.Token);
            if (next is null)
            {
                break;
            }

            status = next.Value;
        }

        // The server stops: say so, and end the call rather than hold the shutdown up.
        if (!context.CancellationToken.IsCancellationRequested && status != ServingStatus.NotServing)
        {
            await responseStream.WriteAsync(new HealthCheckResponse { Status = ServingStatus.NotServing });
        }
    }

    /// <summary>The next status that differs; null when the watch ends.</summary>
    private static async Task<ServingStatus?> NextAsync(
        HealthWatchers.Watcher watcher, ServingStatus current, CancellationToken ending)
    {
        try
        {
            while (true)
            {
                var next = await watcher.Statuses.Reader.ReadAsync(ending);
                if (next != current)
                {
                    return next;
                }
            }
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private async Task<ServingStatus> EvaluateAsync(string service, CancellationToken cancellationToken)
    {
        if (!options.Value.Services.TryGet(service, out var mapping))
        {
            return ServingStatus.ServiceUnknown;
        }

        var report = await checks.CheckHealthAsync(
            check => mapping.HealthCheckPredicate(new HealthCheckMapContext(check.Name, check.Tags)), cancellationToken);
        return HealthStatusOf.Report(report);
    }
}
