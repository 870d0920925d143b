using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SupportGrid.Gateway.Live;
using SupportGrid.Gateway.Live.Log;

namespace SupportGrid.Gateway;

/// <summary>Follows the log for the live streams as long as the gateway runs.</summary>
internal sealed class LogFollower(LogHub hub, LiveStop streams, ILogger<LogFollower> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await hub.RunAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops; the streams were told before.
        }
        catch (Exception e)
        {
            // Nothing would come any more: clients are better off anywhere else. The host stops as well.
            LiveLog.LogLost(logger, e);
            streams.Drain();
            throw;
        }
    }
}
