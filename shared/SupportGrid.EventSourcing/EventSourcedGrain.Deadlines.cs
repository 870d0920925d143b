using System.Globalization;
using SupportGrid.Contracts.Grains;

namespace SupportGrid.EventSourcing;

/// <content>Deadlines of the state, and pauses, by grain timers.</content>
public abstract partial class EventSourcedGrain<TDecider, TState, TCommand, TEvent>
{
    private IGrainTimer? _deadline;
    private DateTimeOffset? _armedFor;

    /// <summary>
    /// One timer for the next deadline. A timer that fires early or twice does nothing: the decider looks at the
    /// instant.
    /// </summary>
    private void ArmDeadline()
    {
        var deadline = DeadlineOf(State);
        if (deadline?.Due == _armedFor)
        {
            return;
        }

        _deadline?.Dispose();
        _deadline = null;
        _armedFor = deadline?.Due;
        if (deadline is { } next)
        {
            // A millisecond later than due: timers count in milliseconds, and a tick before the instant is a tick
            // wasted.
            var due = next.Due - Now + TimeSpan.FromMilliseconds(1);
            _deadline = this.RegisterGrainTimer(
                OnDeadlineAsync,
                new GrainTimerCreationOptions(due > TimeSpan.Zero ? due : TimeSpan.Zero, RetryPeriod) { KeepAlive = true });
        }
    }

    /// <summary>A deadline whose command failed is tried again after this.</summary>
    private static TimeSpan RetryPeriod => TimeSpan.FromSeconds(1);

    private async Task OnDeadlineAsync(CancellationToken cancellationToken)
    {
        if (DeadlineOf(State) is { } deadline && deadline.Due <= Now)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"deadline:{StreamName}:{Version}");
            await HandleAsync(deadline.Command, new CommandMeta(id, null, "", null));
        }
    }
}
