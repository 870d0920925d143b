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
        while (await NextTickAsync(period, stoppingToken))
        {
            // A sweep that fails does not undo the recovery: the next one sweeps again.
            isRecovered |= await TryAsync(isRecovered ? SweepAsync : recovery.RunAsync, stoppingToken);
        }
    }

    /// <summary>False when the host stops: that is no failure.</summary>
    private static async Task<bool> NextTickAsync(PeriodicTimer period, CancellationToken stoppingToken)
    {
        try
        {
            return await period.WaitForNextTickAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private Task<int> SweepAsync(CancellationToken cancellationToken) =>
        sweeper.SweepAsync(TimeSpan.FromSeconds(options.Value.SweepAgeSeconds), cancellationToken);

    private async Task<bool> TryAsync(Func<CancellationToken, Task> work, CancellationToken stoppingToken)
    {
        try
        {
            await work(stoppingToken);
            return true;
        }
        catch (Exception) when (stoppingToken.IsCancellationRequested)
        {
            // Whatever it was: actors and store are going, and the next start takes it up.
            return false;
        }
        catch (Exception e)
        {
            SiloLog.SweepFailed(log, e);
            return false;
        }
    }
}
