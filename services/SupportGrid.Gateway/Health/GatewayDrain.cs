using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SupportGrid.Gateway.Live;

namespace SupportGrid.Gateway.Health;

/// <summary>Turns the stop of the host into the steps of <see cref="IDrain"/>.</summary>
public sealed class GatewayDrain(
    GatewayOptions options, LiveStop streams, TimeProvider time, ILogger<GatewayDrain> logger)
    : IDrain, IHostedLifecycleService
{
    private volatile bool _stopping;

    public bool IsReady => !_stopping;

    /// <summary>Runs before the server stops taking connections. Asked a second time, it does not wait again.</summary>
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        if (_stopping)
        {
            streams.Drain();
            return;
        }

        _stopping = true;
        logger.Draining(options.DrainDelayMs);
        try
        {
            await Task.Delay(TimeSpan.FromMilliseconds(options.DrainDelayMs), time, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // The host has no time left: streams are told at once.
        }

        streams.Drain();
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
