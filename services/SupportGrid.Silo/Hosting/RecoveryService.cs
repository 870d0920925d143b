using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace SupportGrid.Silo.Hosting;

/// <summary>Runs <see cref="Recovery"/> once actors can be called, then sweeps the outbox from time to time.</summary>
internal sealed class RecoveryService(
    Recovery recovery,
    OutboxSweeper sweeper,
    TimeProvider time,
    IOptions<SiloOptions> options,
    ILogger<RecoveryService> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var period = new PeriodicTimer(TimeSpan.FromSeconds(options.Value.SweepPeriodSeconds), time);
        var isRecovered = await TryAsync(recovery.RunAsync, stoppingToken);
        while (await period.WaitForNextTickAsync(stoppingToken))
        {
            isRecovered = isRecovered
                ? await TryAsync(SweepAsync, stoppingToken) || isRecovered
                : await TryAsync(recovery.RunAsync, stoppingToken);
        }
    }

    private Task SweepAsync(CancellationToken cancellationToken) =>
        sweeper.SweepAsync(TimeSpan.FromSeconds(options.Value.SweepAgeSeconds), cancellationToken);

    private async Task<bool> TryAsync(Func<CancellationToken, Task> work, CancellationToken stoppingToken)
    {
        try
        {
            await work(stoppingToken);
            return true;
        }
        catch (Exception e) when (!stoppingToken.IsCancellationRequested)
        {
            SiloLog.SweepFailed(log, e);
            return false;
        }
    }
}
