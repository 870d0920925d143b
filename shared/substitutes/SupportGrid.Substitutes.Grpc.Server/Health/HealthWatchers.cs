using System.Collections.Concurrent;
using System.Threading.Channels;
using Grpc.Health.V1;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Grpc.AspNetCore.HealthChecks;

/// <summary>
/// Hands every published health report to the open Watch calls. A watcher that is slow sees the latest status, not all.
/// </summary>
internal sealed class HealthWatchers(IOptions<GrpcHealthChecksOptions> options) : IHealthCheckPublisher
{
    private readonly ConcurrentDictionary<Watcher, byte> _watchers = new();

    public Watcher Subscribe(string service)
    {
        var watcher = new Watcher(this, service);
        _watchers.TryAdd(watcher, 0);
        return watcher;
    }

    public Task PublishAsync(HealthReport report, CancellationToken cancellationToken)
    {
        foreach (var watcher in _watchers.Keys)
        {
            if (options.Value.Services.TryGet(watcher.Service, out var mapping))
            {
                watcher.Statuses.Writer.TryWrite(HealthStatusOf.In(report, mapping));
            }
        }

        return Task.CompletedTask;
    }

    /// <summary>One open Watch call.</summary>
    internal sealed class Watcher(HealthWatchers watchers, string service) : IDisposable
    {
        public string Service => service;

        public Channel<HealthCheckResponse.Types.ServingStatus> Statuses { get; } =
            Channel.CreateBounded<HealthCheckResponse.Types.ServingStatus>(
                new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });

        public void Dispose() => watchers._watchers.TryRemove(this, out _);
    }
}
