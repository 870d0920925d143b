namespace SupportGrid.Substitutes.Orleans.Engine.Calls.Tracing;

/// <summary>Traces calls at the grain.</summary>
internal sealed class IncomingCallTracing : IIncomingGrainCallFilter
{
    public Task Invoke(IIncomingGrainCallContext context) => CallActivities.AtGrain(context);
}
