namespace SupportGrid.Substitutes.Orleans.Engine.Calls.Tracing;

/// <summary>Traces calls at the caller.</summary>
internal sealed class OutgoingCallTracing : IOutgoingGrainCallFilter
{
    public Task Invoke(IOutgoingGrainCallContext context) => CallActivities.AtCaller(context);
}
