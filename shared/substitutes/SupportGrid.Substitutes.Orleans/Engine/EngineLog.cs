using Microsoft.Extensions.Logging;

namespace SupportGrid.Substitutes.Orleans.Engine;

/// <summary>Everything the engine can say. Grain ids may appear; arguments never do.</summary>
internal sealed partial class EngineLog(ILogger logger)
{
    [LoggerMessage(1, LogLevel.Warning, "Grain {Grain} could not be activated.")]
    internal partial void ActivationFailed(string grain, Exception error);

    [LoggerMessage(2, LogLevel.Warning, "Grain {Grain} failed while it was deactivated.")]
    internal partial void DeactivationFailed(string grain, Exception error);

    [LoggerMessage(3, LogLevel.Warning, "{Count} activations had not ended when the host stopped.")]
    internal partial void GivenUp(int count);

    [LoggerMessage(4, LogLevel.Debug, "{Call} failed.")]
    internal partial void CallFailed(string call, Exception error);

    [LoggerMessage(5, LogLevel.Warning, "A timer of {Grain} failed; it goes on.")]
    internal partial void TimerFailed(string grain, Exception error);

    [LoggerMessage(6, LogLevel.Warning, "Reminder {Reminder} of {Grain} failed; it goes on.")]
    internal partial void ReminderFailed(string reminder, string grain, Exception error);

    [LoggerMessage(7, LogLevel.Warning, "An observer failed in a one-way call.")]
    internal partial void ObserverFailed(Exception error);
}
