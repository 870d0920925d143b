using Orleans.Serialization.Invocation;
using SupportGrid.Substitutes.Orleans.Engine.Turns;

namespace SupportGrid.Substitutes.Orleans.Engine.Calls;

/// <summary>A call on its way from a caller to a grain and back.</summary>
internal abstract class GrainCall(GrainReference target, IGrainContext? source) : WorkItem
{
    /// <summary>How often a call may find an activation that ends before it starts the call.</summary>
    private const int MovesMax = 8;

    private int _moves;

    /// <summary>Neighbours among the calls whose answer is awaited: see <see cref="ResponseDeadlines"/>.</summary>
    internal GrainCall? NextAwaited;
    internal GrainCall? PreviousAwaited;
    internal ResponseDeadlines.Line? AwaitedIn;
    internal long Deadline;

    internal abstract GrainMethod Method { get; }

    internal GrainReference Target { get; } = target;

    internal IGrainContext? Source { get; } = source;

    internal sealed override bool AlwaysInterleaves => Method.AlwaysInterleaves;

    internal sealed override bool IsReadOnly => Method.IsReadOnly;

    internal sealed override string Description => $"{Method.ActivityName} on {Target.GrainId}";

    internal sealed override bool MayMove => _moves++ < MovesMax;

    /// <summary>The answer did not come in time.</summary>
    internal abstract void TimeOut(TimeSpan timeout);

    /// <summary>Calls the grain object; a failure is a failed task, not an exception.</summary>
    internal abstract Task InvokeOn(IInvocationTarget target);

    /// <summary>The result of a call that ended well, for call filters.</summary>
    internal abstract Response ResponseOf(Task work);

    /// <summary>Arguments and target for call filters.</summary>
    internal abstract IInvokable AsInvokable(object? target);
}
