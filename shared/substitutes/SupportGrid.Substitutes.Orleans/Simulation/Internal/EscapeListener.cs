using System.Diagnostics;
using System.Diagnostics.Tracing;
using System.Runtime.CompilerServices;

namespace SupportGrid.Substitutes.Orleans.Simulation.Internal;

/// <summary>Sees tasks and continuations that a turn hands to the thread pool, at the moment when it does.</summary>
/// <remarks>The framework reports each of them through an event source, on the thread that schedules it.</remarks>
internal sealed class EscapeListener : EventListener
{
    private const int TaskScheduled = 7;
    private const int ContinuationScheduled = 12;
    private const string Source = "System.Threading.Tasks.TplEventSource";
    private const EventKeywords TasksAndTransfers = (EventKeywords)3;

    private static readonly Lazy<EscapeListener> s_instance = new(() => new EscapeListener());
    private static readonly int s_poolScheduler = TaskScheduler.Default.Id;

    [ThreadStatic]
    private static SimulationScheduler? t_simulation;

    /// <summary>Watches what this thread schedules on behalf of a simulation; null for no longer.</summary>
    internal static void Watch(SimulationScheduler? simulation)
    {
        _ = s_instance.Value;
        t_simulation = simulation;
    }

    private static bool IsEscape(EventWrittenEventArgs eventData) => eventData.EventId switch
    {
        TaskScheduled => eventData.Payload is [int scheduler, ..] && scheduler == s_poolScheduler,
        ContinuationScheduled => !GoesToAScheduler(),
        _ => false,
    };

    /// <summary>
    /// Yield and ContinueWith report the same, but the task they make reports its scheduler when it is scheduled.
    /// </summary>
    private static bool GoesToAScheduler() => new StackTrace(fNeedFileInfo: false).GetFrames()
        .Select(frame => frame.GetMethod())
        .Any(method => method?.DeclaringType == typeof(YieldAwaitable.YieldAwaiter)
            || (method?.DeclaringType == typeof(Task) && method.Name == "ContinueWithCore"));

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == Source)
        {
            EnableEvents(eventSource, EventLevel.Informational, TasksAndTransfers);
        }
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (t_simulation is not { } simulation || eventData.EventSource.Name != Source)
        {
            return;
        }

        if (IsEscape(eventData))
        {
            simulation.Escaped(
                $"A turn handed work to the pool (Task.Run, ConfigureAwait(false)…).\n{Environment.StackTrace}");
        }
    }
}
