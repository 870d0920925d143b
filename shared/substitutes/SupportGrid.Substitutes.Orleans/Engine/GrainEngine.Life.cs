using Microsoft.Extensions.DependencyInjection;

namespace SupportGrid.Substitutes.Orleans.Engine;

/// <summary>How the engine starts and stops.</summary>
internal sealed partial class GrainEngine
{
    private volatile bool _isRunning;

    /// <summary>Whether grains may be activated.</summary>
    internal bool IsRunning => _isRunning;

    /// <exception cref="OrleansMessageRejectionException">The engine has not started or stops.</exception>
    internal void ThrowIfNotRunning()
    {
        if (!_isRunning)
        {
            throw new OrleansMessageRejectionException(
                "No grain can be activated: the host has not started, or it stops.");
        }
    }

    /// <summary>Takes calls from now on; ends when reminders are loaded and startup tasks have run.</summary>
    internal async Task StartAsync(CancellationToken cancellationToken)
    {
        _isRunning = true;
        await Reminders.StartAsync(cancellationToken);
        foreach (var task in Services.GetServices<IStartupTask>())
        {
            await task.Execute(cancellationToken);
        }
    }

    /// <summary>Ends all activations. Those that have not ended when the token is cancelled are given up.</summary>
    internal async Task StopAsync(CancellationToken cancellationToken)
    {
        _isRunning = false;
        Reminders.Dispose();
        Collector.Dispose();
        var reason = new DeactivationReason(DeactivationReasonCode.ShuttingDown, "The host stops.");
        var ending = Directory.All();
        foreach (var activation in ending)
        {
            activation.Deactivate(reason, cancellationToken);
        }

        try
        {
            await Task.WhenAll(ending.Select(activation => activation.Deactivated)).WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Log.GivenUp(ending.Count(activation => !activation.Deactivated.IsCompleted));
        }
    }

    /// <summary>Drops everything without running any more code of grains: as when the process is killed.</summary>
    internal void Abandon()
    {
        _isRunning = false;
        foreach (var activation in Directory.All())
        {
            activation.Abandon();
        }

        _deadlines.FailCallsFromOutside(new OrleansMessageRejectionException("The process was killed."));
        Dispose();
    }
}
