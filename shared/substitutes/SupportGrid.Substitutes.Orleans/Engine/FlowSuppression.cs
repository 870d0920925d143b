namespace SupportGrid.Substitutes.Orleans.Engine;

/// <summary>A stretch of code whose async locals do not flow into what it starts; it may be nested.</summary>
internal readonly struct FlowSuppression : IDisposable
{
    private readonly AsyncFlowControl? _flow;

    private FlowSuppression(AsyncFlowControl flow) => _flow = flow;

    public void Dispose() => _flow?.Undo();

    internal static FlowSuppression Begin() =>
        ExecutionContext.IsFlowSuppressed() ? default : new(ExecutionContext.SuppressFlow());
}
