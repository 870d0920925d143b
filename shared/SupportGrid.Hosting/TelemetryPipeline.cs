using Microsoft.Extensions.Hosting;

namespace SupportGrid.Hosting;

/// <summary>Starts collecting with the host, and sends what is left when it stops.</summary>
internal sealed class TelemetryPipeline(Func<IDisposable> tracer, Func<IDisposable> meter) : IHostedService
{
    private IDisposable? _tracer;
    private IDisposable? _meter;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _tracer = tracer();
        _meter = meter();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _meter?.Dispose();
        _tracer?.Dispose();
        return Task.CompletedTask;
    }
}
